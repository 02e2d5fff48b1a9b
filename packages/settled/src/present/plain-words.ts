const CHARS_MAX = 300;
const NAME_CHARS_MAX = 80;
/** Longer texts are cut before any pattern reads them. */
const SCAN_CHARS_MAX = 2_000;

/** Controls, line breaks and marks that reverse the direction of text: nothing that a sentence needs. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** What programs say to programmers. Each pattern is linear on a text of bounded length. */
const TECHNICAL: readonly RegExp[] = [
  /\bselect\s[^;]{1,200}\sfrom\s/i,
  /\b(?:insert\s+into|delete\s+from|alter\s+table|create\s+(?:table|index)|drop\s+table)\s/i,
  /\bupdate\s+\S{1,80}\s+set\s/i,
  /\bviolates\s(?:\S{1,80}\s){0,3}(?:constraint|policy)\b|\bduplicate key\b|\bsyntax error at\b|\bSQLSTATE\b/i,
  /\b(?:relation|column|constraint|index) "[^"]{1,80}"/i,
  /\w_(?:pkey|fkey|idx|uniq|not_null)\b/i,
  /\w\.[cm]?[jt]sx?:\d|\bnode:\w|node_modules/,
  /\b[A-Z]\w{0,40}(?:Error|Exception)\b/,
  /\bE(?:CONN\w{1,12}|TIMEDOUT|PIPE|NOTFOUND|NOENT|ACCES)\b/,
];

/** A text of a host or handler as one readable line; `otherwise` stands in for what only a programmer reads. */
export function asPlainWords(
  text: string,
  otherwise: string,
  charsMax: number = CHARS_MAX,
): string {
  const line = oneLine(text);
  if (line === "" || TECHNICAL.some((pattern) => pattern.test(line))) return otherwise;
  return cut(line, charsMax);
}

/** A name as one short line. Names may read like anything, so nothing but their form is judged. */
export function asPlainName(name: string, otherwise: string): string {
  const line = oneLine(name);
  return line === "" ? otherwise : cut(line, NAME_CHARS_MAX);
}

/** For a label in the middle of a sentence: "Environment review" reads "environment review", "PDF" stays. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Sentences with one full stop each, joined by one space; empty ones are left out. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
    .map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(" ");
}

function oneLine(text: string): string {
  const scanned = text.slice(0, SCAN_CHARS_MAX).toWellFormed();
  return scanned.replace(UNPRINTABLE, " ").replace(/ {2,}/g, " ").trim();
}

function cut(line: string, charsMax: number): string {
  const chars = Array.from(line);
  return chars.length <= charsMax ? line : `${chars.slice(0, charsMax - 1).join("")}…`;
}
