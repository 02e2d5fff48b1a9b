import type { CommandContext } from "./command-context.ts";
import type { RunDesk } from "./desk/run-desk.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { GlobalOptions } from "./global-options.ts";
import { jsonText } from "./terminal-text.ts";
import { writeTable } from "./write-table.ts";

const COLUMNS = [{ title: "OPERATION" }, { title: "LABEL", widthMin: 16 }, { title: "CAPABILITY" }];

/** `settled operations`: what can be started, and the capability that each needs. */
export async function listOperations(
  { io }: CommandContext,
  options: GlobalOptions,
  desk: RunDesk,
): Promise<ExitCode> {
  const operations = await desk.operations();
  switch (options.output) {
    case "json":
      io.stdout.write(`${jsonText({ operations }, 2)}\n`);
      break;
    case "ndjson":
      for (const operation of operations) io.stdout.write(`${jsonText(operation)}\n`);
      break;
    case "table":
      if (operations.length === 0) io.stdout.write("No operation is known here.\n");
      else {
        writeTable(
          io.stdout,
          COLUMNS,
          operations.map(({ type, label, capability }) => [
            { text: type },
            { text: label },
            { text: capability },
          ]),
        );
      }
      break;
  }
  return EXIT.ok;
}
