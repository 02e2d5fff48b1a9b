import type { RunOutcome, RunStatus } from "./operation-run.ts";
import type { RunEventKind, RunPosition } from "./run-event.ts";

/** A move of the life cycle: which positions it may leave and which it may reach. */
interface LegalMove {
  readonly from: readonly (RunStatus | "none")[];
  readonly to: RunStatus;
  /** How the attempt number changes. */
  readonly attempt: "same" | "next";
}

const STAYS_QUEUED: LegalMove = { from: ["queued"], to: "queued", attempt: "same" };
const STAYS_RUNNING: LegalMove = { from: ["running"], to: "running", attempt: "same" };

/** The one table of moves; the store's SQL, the memory store and the trace check are held to it. */
export const LEGAL_MOVES: Readonly<Record<RunEventKind, LegalMove | "no_move">> = {
  created: { from: ["none"], to: "queued", attempt: "same" },
  dispatched: STAYS_QUEUED,
  redispatched: STAYS_QUEUED,
  begun: { from: ["queued", "running"], to: "running", attempt: "next" },
  attempt_ended: STAYS_RUNNING,
  went_silent: STAYS_RUNNING,
  cancel_requested: STAYS_RUNNING,
  cancelled: { from: ["queued"], to: "completed", attempt: "same" },
  finished: { from: ["running"], to: "completed", attempt: "same" },
  reconciled: { from: ["queued", "running", "completed"], to: "completed", attempt: "same" },
  late_report: "no_move",
  delivery_ignored: "no_move",
};

/** Whether the event `kind` may take a run from one position to the other. `from` is null before creation. */
export function isLegalMove(
  kind: RunEventKind,
  from: RunPosition | null,
  to: RunPosition,
): boolean {
  const move = LEGAL_MOVES[kind];
  if (move === "no_move") return from !== null && samePosition(from, to);
  if (!move.from.includes(from?.status ?? "none") || move.to !== to.status) return false;
  if ((to.outcome === null) !== (to.status !== "completed")) return false;
  if (to.attempt !== (from?.attempt ?? 0) + (move.attempt === "next" ? 1 : 0)) return false;
  return from?.status !== "completed" || mayTurn(from.outcome, to.outcome);
}

/** `succeeded` is final; any other outcome may be turned into another one by a recorded reconciliation. */
export function mayTurn(from: RunOutcome | null, to: RunOutcome | null): boolean {
  return from !== null && to !== null && from !== "succeeded" && from !== to;
}

function samePosition(a: RunPosition, b: RunPosition): boolean {
  return a.status === b.status && a.outcome === b.outcome && a.attempt === b.attempt;
}
