/** A stretch of source: code, or something in which code's words mean nothing. */
export interface Piece {
  readonly kind: "code" | "comment" | "string" | "template" | "pattern";
  readonly text: string;
  readonly start: number;
}

/** A slash behind one of these begins a pattern, not a division. */
const BEFORE_PATTERN =
  /(?:^|=>|[(,=:[!&|?{};+\-*%~]|\b(?:return|typeof|case|of|in|yield|await))\s*$/;
const PATTERN = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
const STRING = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/y;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;

/**
 * Cuts TypeScript into pieces without a parser. A quote that does not end on its line is text of JSX and stays code.
 * Templates are one piece with the code in their `${}`.
 */
export function lexSource(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let codeStart = 0;
  let at = 0;
  const take = (kind: Piece["kind"], end: number): void => {
    if (at > codeStart) pieces.push(pieceOf(text, "code", { start: codeStart, end: at }));
    pieces.push(pieceOf(text, kind, { start: at, end }));
    at = end;
    codeStart = end;
  };
  while (at < text.length) {
    const comment = endOf(COMMENT, text, at);
    const string = endOf(STRING, text, at);
    if (comment !== null) take("comment", comment);
    else if (string !== null) take("string", string);
    else if (text[at] === "`") take("template", endOfTemplate(text, at));
    else if (text[at] === "/" && BEFORE_PATTERN.test(text.slice(Math.max(codeStart, at - 40), at)))
      take("pattern", endOf(PATTERN, text, at) ?? at + 1);
    else at += 1;
  }
  if (at > codeStart) pieces.push(pieceOf(text, "code", { start: codeStart, end: at }));
  return pieces;
}

/** The text with everything but the asked kinds replaced by spaces, so that offsets and lines stay. */
export function only(text: string, kinds: readonly Piece["kind"][]): string {
  return lexSource(text)
    .map((piece) => (kinds.includes(piece.kind) ? piece.text : piece.text.replace(/[^\n]/g, " ")))
    .join("");
}

function pieceOf(
  text: string,
  kind: Piece["kind"],
  { start, end }: { readonly start: number; readonly end: number },
): Piece {
  return { kind, text: text.slice(start, end), start };
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function endOfTemplate(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== "`") {
    if (text[at] === "\\") at += 2;
    else if (text.startsWith("${", at)) at = endOfHole(text, at + 2);
    else at += 1;
  }
  return at + 1;
}

function endOfHole(text: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < text.length && depth > 0) {
    const string = endOf(STRING, text, at);
    if (string !== null) at = string;
    else if (text[at] === "`") at = endOfTemplate(text, at);
    else {
      if (text[at] === "{") depth += 1;
      if (text[at] === "}") depth -= 1;
      at += 1;
    }
  }
  return at;
}
