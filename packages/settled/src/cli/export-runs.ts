import type { CommandContext } from "./command-context.ts";
import type { RunDesk } from "./desk/run-desk.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { type FilterOptions, filterOf } from "./filter-options.ts";
import type { GlobalOptions } from "./global-options.ts";

export const EXPORT_FORMATS = ["csv", "ndjson"] as const;

export interface ExportOptions extends GlobalOptions, FilterOptions {
  readonly format: (typeof EXPORT_FORMATS)[number];
}

/** `settled runs export`: every run of a filter, newest first. */
export async function exportRuns(
  { io }: CommandContext,
  options: ExportOptions,
  desk: RunDesk,
): Promise<ExitCode> {
  const { until = io.now() } = options;
  // What starts while it is written is left out, so that it has an end.
  const filter = { ...filterOf(options), until };
  for await (const text of desk.exportRuns(filter, options.format)) io.stdout.write(text);
  return EXIT.ok;
}
