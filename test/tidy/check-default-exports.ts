import { only } from "./lex-source.ts";
import { type Finding, findingAt, isTypeScript, type SourceFile } from "./source-file.ts";

const DEFAULT = /\bexport\s+default\b|\bas\s+default\b/g;

/** A name that the importer chooses cannot be searched for; only tools' configurations need a default export. */
export function checkDefaultExports(files: readonly SourceFile[]): readonly Finding[] {
  return files
    .filter((file) => isTypeScript(file) && !/\.config\.m?ts$/.test(file.path))
    .flatMap((file) =>
      [...only(file.text, ["code"]).matchAll(DEFAULT)].map(({ index }) =>
        findingAt(file, index, "has a default export"),
      ),
    );
}
