import { only } from "./lex-source.ts";
import { roomOf } from "./room-map.ts";
import { type Finding, findingAt, isTest, isTypeScript, type SourceFile } from "./source-file.ts";

/** A library speaks through the Logger that its host gives; only the command line has a terminal. */
export function checkConsole(files: readonly SourceFile[]): readonly Finding[] {
  return files
    .filter(
      (file) => isTypeScript(file) && !isTest(file) && ![null, "cli"].includes(roomOf(file.path)),
    )
    .flatMap((file) =>
      [...only(file.text, ["code"]).matchAll(/\bconsole\s*\./g)].map(({ index }) =>
        findingAt(file, index, "writes to the console"),
      ),
    );
}
