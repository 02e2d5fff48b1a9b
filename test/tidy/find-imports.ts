import { dirname, join } from "node:path/posix";
import { lexSource } from "./lex-source.ts";
import { type SourceFile, isTypeScript } from "./source-file.ts";

export interface FoundImport {
  readonly specifier: string;
  readonly offset: number;
}

/** `import … from "x"`, `export … from "x"`, `import "x"`; type-only ones as well. */
const STATEMENT =
  /(?:^|[;}\n])\s*(?:import|export)\b(?:\s+type\b)?(?:\s*[\w$]+\s*,?)?(?:\s*(?:\*(?:\s*as\s+[\w$]+)?|\{[^{}]*\}))?\s*(?:\bfrom\s*)?"([^"\n]+)"/g;
/** `import("x")`, also in types, `require.resolve("x")` and `createRequire(here).resolve("x")`. */
const CALL =
  /\b(?:import|require|require\.resolve|createRequire\([^()]*\)\.resolve)\s*\(\s*"([^"\n]+)"/g;

/** A string that can be a specifier: no spaces and no quotes in it. */
const SPECIFIER = /^"[^"'\s]+"$/;

/** Every import of a file, in the order of the text; those in comments and strings are none. */
export function findImports(text: string): readonly FoundImport[] {
  const code = lexSource(text)
    .map((piece) =>
      piece.kind === "code" || SPECIFIER.test(piece.text) ? piece.text : blank(piece.text),
    )
    .join("");
  return [STATEMENT, CALL]
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .map((match) => ({
      specifier: match[1] ?? "",
      offset: match.index + match[0].lastIndexOf('"', match[0].length - 2),
    }))
    .toSorted((a, b) => a.offset - b.offset);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** The repository path that a relative import names; null for a package. */
export function targetOf(file: SourceFile, specifier: string): string | null {
  return specifier.startsWith(".") ? join(dirname(file.path), specifier) : null;
}

/** Which files each TypeScript or JavaScript file imports by path. */
export function importGraph(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Set(files.map(({ path }) => path));
  return new Map(
    files
      .filter((file) => isTypeScript(file) || /\.m?js$/.test(file.path))
      .map((file) => [
        file.path,
        findImports(file.text)
          .map(({ specifier }) => targetOf(file, specifier))
          .filter((target): target is string => target !== null && paths.has(target)),
      ]),
  );
}
