import type { ListedRun, RunOutcome, ServedRun } from "../../api/run-shape.ts";

export const BULK_ACTIONS = ["cancel", "rerun", "reconcile", "resolve"] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** Which runs: those that are ticked, as they were seen, or all that the list finds. */
export type BulkRange =
  | { readonly kind: "selected"; readonly runs: readonly Pick<ListedRun, "id" | "version">[] }
  | { readonly kind: "found"; readonly parameters: Readonly<Record<string, string>> };

export interface BulkWish {
  readonly action: BulkAction;
  readonly range: BulkRange;
  /** Of `resolve` alone. */
  readonly outcome: RunOutcome;
}

export interface BulkVerdict {
  readonly verdict: string;
  /** The server's words for it. */
  readonly text: string;
  readonly count: number;
  readonly examples: readonly { readonly id: string; readonly operation_type?: string }[];
}

export interface BulkPreview {
  readonly targets: number;
  readonly will_be_taken: number;
  readonly verdicts: readonly BulkVerdict[];
}

export type StartedBulk = ServedRun & { readonly preview: BulkPreview };

/** As `POST …/runs:bulk` takes it; without a reason it is a dry run. */
export function bodyOf({ action, range, outcome }: BulkWish, reason: string | null): object {
  const runs =
    range.kind === "selected"
      ? { ids: range.runs.map(({ id, version }) => ({ id, version })) }
      : { filter: range.parameters };
  return {
    action,
    ...runs,
    ...(action === "resolve" ? { outcome } : {}),
    ...(reason === null ? { dry_run: true } : { reason }),
  };
}
