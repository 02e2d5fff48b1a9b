import { lexSource } from "./lex-source.ts";
import { type Finding, isTypeScript, type SourceFile } from "./source-file.ts";

/** A statement says in its first line what it does, and somebody names it; migrations are read by their folder. */
export function checkSqlFiles(files: readonly SourceFile[]): readonly Finding[] {
  const named = namesIn(files.filter(isTypeScript));
  return files
    .filter(({ path }) => path.endsWith(".sql"))
    .flatMap(({ path, text }) => {
      const name = path.slice(path.lastIndexOf("/") + 1, -".sql".length);
      const used =
        path.includes("/migrations/") || named.has(name) || named.has(name.replaceAll("-", "_"));
      return [
        ...(text.startsWith("--")
          ? []
          : [{ path, line: 1, problem: "does not begin with a comment" }]),
        ...(used ? [] : [{ path, line: 1, problem: "is named nowhere" }]),
      ];
    });
}

function namesIn(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ text }) =>
      lexSource(text)
        .filter(({ kind }) => kind === "string" || kind === "template")
        .map((piece) => piece.text.slice(1, -1).replace(/\.sql$/, "")),
    ),
  );
}
