import { runCsvHead, runCsvLine } from "../present/run-csv.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { FilterOptions } from "./filter-options.ts";
import type { GlobalOptions } from "./global-options.ts";
import type { Desk } from "./open-desk.ts";
import { jsonText } from "./terminal-text.ts";
import { walkRuns } from "./walk-runs.ts";

export const EXPORT_FORMATS = ["csv", "ndjson"] as const;

export interface ExportOptions extends GlobalOptions, FilterOptions {
  readonly format: (typeof EXPORT_FORMATS)[number];
}

/** `settled runs export`: every run of a filter, newest first, as over HTTP. */
export async function exportRuns(
  { io }: CommandContext,
  options: ExportOptions,
  desk: Desk,
): Promise<ExitCode> {
  const isCsv = options.format === "csv";
  if (isCsv) io.stdout.write(runCsvHead());
  for await (const views of walkRuns(desk, io, options)) {
    for (const { json, run } of views) {
      io.stdout.write(isCsv ? runCsvLine(json, run) : `${jsonText(json)}\n`);
    }
  }
  return EXIT.ok;
}
