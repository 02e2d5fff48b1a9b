import { runCsvHead, runCsvLine, runCsvNote } from "../present/run-csv.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { ExportFormat } from "./run-query.ts";
import type { ListedRunJson } from "./served-run-json.ts";

/** How runs are written into one kind of file. */
export interface ExportText {
  readonly mediaType: string;
  /** What stands before the first run. */
  readonly head: string;
  line(json: ListedRunJson, run: OperationRun): string;
  /** The last line of a file that was cut off at its limit; a whole file has none. */
  cutOff(after: { readonly runs: number; readonly cursor: string }): string;
}

export const EXPORT_TEXTS: Readonly<Record<ExportFormat, ExportText>> = {
  csv: {
    mediaType: "text/csv; charset=utf-8; header=present",
    head: runCsvHead(),
    line: runCsvLine,
    cutOff: ({ runs, cursor }) =>
      runCsvNote(`Cut off after ${runs} runs. Narrow the filter, or go on with cursor=${cursor}`),
  },
  ndjson: {
    mediaType: "application/x-ndjson",
    head: "",
    line: (json) => `${JSON.stringify(json)}\n`,
    cutOff: ({ runs, cursor }) => `${JSON.stringify({ cut_off: { after_runs: runs, cursor } })}\n`,
  },
};
