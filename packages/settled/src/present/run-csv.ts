import type { OperationRun } from "../run/operation-run.ts";
import { reasonOf } from "../run/run-context.ts";
import { type Cell, csvRows } from "./csv-rows.ts";
import type { RunJson } from "./run-json.ts";

type ListedRun = Omit<RunJson, "links">;

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
  return csvRows([cells]);
}
