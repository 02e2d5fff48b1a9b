import { only } from "./lex-source.ts";
import { LIBRARY } from "./room-map.ts";
import { type Finding, findingAt, isTest, isTypeScript, type SourceFile } from "./source-file.ts";

const HOLDERS = [
  "ports/run-writer.ts",
  "lifecycle/",
  "postgres/",
  "testing/",
  "create-settled.ts",
].map((holder) => LIBRARY + holder);

/** `RunWriter` is handed to RunLifecycle; whoever else can name it could write a run. */
export function checkWriterHolders(files: readonly SourceFile[]): readonly Finding[] {
  return files
    .filter((file) => isTypeScript(file) && !isTest(file) && !isHolder(file))
    .flatMap((file) =>
      [...only(file.text, ["code"]).matchAll(/\bRunWriter\b/g)].map(({ index }) =>
        findingAt(file, index, "names RunWriter, which only the life cycle may hold"),
      ),
    );
}

function isHolder({ path }: SourceFile): boolean {
  return path.startsWith("test/tidy/") || HOLDERS.some((holder) => path.startsWith(holder));
}
