import {
  isRunOutcome,
  RUN_STATUSES,
  type OperationRun,
  type RunOutcome,
  type RunStatus,
} from "../run/operation-run.ts";

/** A word and one character that mean the same: screens and terminals never rely on colour alone. */
export interface PositionLabel {
  readonly label: string;
  readonly glyph: string;
}

export const STATUS_LABELS: Readonly<Record<RunStatus, PositionLabel>> = {
  queued: { label: "Waiting", glyph: "○" },
  running: { label: "Running", glyph: "●" },
  completed: { label: "Completed", glyph: "■" },
};

export const OUTCOME_LABELS: Readonly<Record<RunOutcome, PositionLabel>> = {
  succeeded: { label: "Succeeded", glyph: "✓" },
  partially_succeeded: { label: "Partially succeeded", glyph: "±" },
  blocked: { label: "Blocked", glyph: "‖" },
  attention_required: { label: "Needs attention", glyph: "!" },
  failed: { label: "Failed", glyph: "✗" },
  cancelled: { label: "Cancelled", glyph: "–" },
};

const NOT_KNOWN: PositionLabel = { label: "Not known", glyph: "?" };

/** The outcome's label once there is one, else the status's. Words of a newer release read "Not known". */
export function positionLabelOf(position: Pick<OperationRun, "status" | "outcome">): PositionLabel {
  if (position.outcome !== null) {
    return isRunOutcome(position.outcome) ? OUTCOME_LABELS[position.outcome] : NOT_KNOWN;
  }
  return RUN_STATUSES.includes(position.status) ? STATUS_LABELS[position.status] : NOT_KNOWN;
}
