import { type Command, Option } from "commander";
import { createProcessIo, jsonText, type TableColumn, writeTable } from "settled/cli";

const IO = createProcessIo();

export type OutputFormat = "table" | "json";

export interface CommandAnswer {
  /** What a program reads: the whole answer, as one JSON value. */
  readonly json: unknown;
  /** What a person reads. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Lines below the table. */
  readonly notes?: readonly string[];
}

export function addOutputOption(command: Command): Command {
  return command.addOption(
    new Option("-o, --output <format>", "how the answer is written")
      .choices(["table", "json"])
      .default("table"),
  );
}

/** Writes one answer to standard output. Where it is JSON, nothing else may be written there. */
export function writeAnswer(format: OutputFormat, answer: CommandAnswer): void {
  if (format === "json") return IO.stdout.write(`${jsonText(answer.json, 2)}\n`);
  if (answer.rows.length > 0) {
    const cells = answer.rows.map((row) => row.map((text) => ({ text })));
    writeTable(IO.stdout, answer.columns, cells);
  }
  for (const note of answer.notes ?? []) IO.stdout.write(`${note}\n`);
}
