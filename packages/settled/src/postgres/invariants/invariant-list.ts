import type { Invariant } from "./invariant.ts";

/** Its SELECT lists the different moves; `isIllegalMove` judges them. */
export const EVERY_MOVE_IS_LEGAL: Invariant = {
  name: "every_move_is_legal",
  description: "Every line of a timeline is a move that the life cycle allows.",
};

/** In the order of the design. Each has its statement in `sql/`. */
export const INVARIANTS: readonly Invariant[] = [
  {
    name: "no_ghost",
    description: "Every active run has a living worker, or a look at the truth is due in time.",
  },
  {
    name: "one_finaliser",
    description: "A run is ended once; its end changes only by a recorded reconciliation.",
  },
  {
    name: "no_contradiction",
    description:
      "A run that says succeeded has its complete artifact; one that failed or was cancelled has none.",
    needsTruth: true,
  },
  {
    name: "nothing_claimed_across_scopes",
    description: "No run points at a run of another workspace or environment.",
  },
  {
    name: "no_artifact_claimed_across_scopes",
    description: "No run points at an artifact of another workspace or environment.",
    needsTruth: true,
  },
  {
    name: "actions_on_many_are_true",
    description: "An action on many runs has acted on each once, and ended as its targets tell.",
  },
  {
    name: "one_active_run_per_identity",
    description: "At most one run of an identity is active in its scope.",
  },
  {
    name: "versions_only_grow",
    description: "Versions grow along every timeline and never pass the run's own.",
  },
  {
    name: "events_explain_the_run",
    description: "Every timeline is without a gap and ends where its run is.",
  },
  {
    name: "previous_is_never_lost",
    description: "A record keeps what was reported before the first reconciliation.",
  },
  {
    name: "reconciliations_are_recorded",
    description: "Record and timeline agree about the last reconciliation, and it is whole.",
  },
  {
    name: "finishes_bear_their_attempt",
    description: "A run is finished only by the worker that had begun its attempt.",
  },
  {
    name: "accepted_starts_are_never_lost",
    description: "What was accepted is handed over to the queue, or somebody is about to do it.",
  },
  {
    name: "late_reports_are_heard",
    description: "After a late report the truth was looked at, or is about to be.",
  },
  EVERY_MOVE_IS_LEGAL,
  {
    name: "texts_never_leak_the_database",
    description: "No reason and no check repeats a message of the database.",
  },
  {
    name: "times_come_from_one_clock",
    description: "Times are in order and none is in the future.",
  },
];
