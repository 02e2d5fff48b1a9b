import type { ServedRunJson } from "../http/served-run-json.ts";
import type { CliIo } from "./cli-io.ts";
import type { GlobalOptions } from "./global-options.ts";
import { jsonText, plainLine } from "./terminal-text.ts";
import { writeRunHead } from "./write-run.ts";

/** What was done in a sentence and the run as it now is; for programs the run alone. */
export function tellDone(
  io: CliIo,
  { output }: GlobalOptions,
  { run, words }: { readonly run: ServedRunJson; readonly words: string },
): void {
  if (output === "table") {
    io.stdout.write(`${plainLine(words)}\n\n`);
    writeRunHead(io.stdout, run);
  } else {
    io.stdout.write(`${jsonText(run, output === "json" ? 2 : 0)}\n`);
  }
}
