import { stringify } from "csv-stringify/sync";
import type { OperationRun } from "../run/operation-run.ts";
import { reasonOf } from "../run/run-context.ts";
import type { RunJson } from "./run-json.ts";

type ListedRun = Omit<RunJson, "links">;
type Cell = string | number | boolean | null;

const COLUMNS = {
  run_id: ({ id }) => id,
  workspace_id: ({ workspace_id: id }) => id,
  environment_id: ({ environment_id: id }) => id,
  operation: ({ operation }) => operation.label,
  operation_type: ({ operation }) => operation.type,
  status: ({ status }) => status,
  outcome: ({ outcome }) => outcome,
  reason: (_json, run) => reasonOf(run.context),
  sentence: ({ presentation }) => presentation.sentence,
  next_step: ({ presentation }) => presentation.next_step.text,
  initiator_kind: ({ initiator }) => initiator.kind,
  initiator_id: ({ initiator }) => initiator.id,
  initiator_name: ({ initiator }) => initiator.name,
  created_at: ({ created_at: at }) => at,
  started_at: ({ started_at: at }) => at,
  completed_at: ({ completed_at: at }) => at,
  attempt: ({ attempt }) => attempt,
  version: ({ version }) => version,
  artifact_type: ({ artifact }) => artifact?.type ?? null,
  artifact_id: ({ artifact }) => artifact?.id ?? null,
  artifact_href: ({ artifact }) => artifact?.href ?? null,
  reconciled: ({ reconciliation }) => reconciliation !== null,
  reconciled_by: ({ reconciliation }) => reconciliation?.adapter ?? null,
  reconciled_at: ({ reconciliation }) => reconciliation?.decided_at ?? null,
  outcome_before: ({ reconciliation }) => reconciliation?.previous.outcome ?? null,
  rerun_of: (_json, run) => run.rerunOf,
} as const satisfies Readonly<Record<string, (json: ListedRun, run: OperationRun) => Cell>>;

const HEADS = Object.keys(COLUMNS);
const CONTROLS =
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;

/** The first line of a file for spreadsheets, with the mark that says UTF-8. */
export function runCsvHead(): string {
  return `\uFEFF${lineOf(HEADS)}`;
}

/** A run as one line: everything quoted, times in ISO 8601, and no cell that a spreadsheet takes for a formula. */
export function runCsvLine(json: ListedRun, run: OperationRun): string {
  return lineOf(Object.values(COLUMNS).map((cell) => cell(json, run)));
}

/** A line of words in place of a run, as wide as the others. */
export function runCsvNote(words: string): string {
  return lineOf(HEADS.map((_head, index) => (index === 0 ? words : "")));
}

function lineOf(cells: readonly Cell[]): string {
  return stringify([cells.map(plainCell)], {
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

/** Blanks in front would hide the beginning of a formula. */
function plainCell(cell: Cell): string {
  return String(cell ?? "")
    .toWellFormed()
    .replace(CONTROLS, "")
    .trimStart();
}
