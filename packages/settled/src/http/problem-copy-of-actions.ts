import { ACTION_REFUSAL_COPY, type ActionRefusal } from "../present/action-refusals.ts";
import type { ProblemCopy } from "./problem-wording.ts";

export const ACTION_PROBLEM_CODES = [
  "stale_version",
  "already_completed",
  "final",
  "owner_may_live",
  "artifact_not_named",
  "artifact_not_found",
  "not_settled",
  "operation_not_known",
  "input_outdated",
  "busy",
  "nothing_to_take",
  "one_environment_at_once",
  "too_many_targets",
  "too_many_waits",
  "too_many_exports",
  "invalid_idempotency_key",
  "idempotency_key_reused",
  "request_in_flight",
] as const;
export type ActionProblemCode = (typeof ACTION_PROBLEM_CODES)[number];

/** Why an action on a run was not taken; the words are those that the command line says, too. */
export const ACTION_PROBLEM_COPY: Readonly<Record<ActionProblemCode, ProblemCopy>> = {
  stale_version: copyOf("stale", 412),
  already_completed: copyOf("already_completed", 409),
  final: copyOf("final", 409),
  owner_may_live: copyOf("owner_may_live", 409),
  artifact_not_named: copyOf("artifact_not_named", 409),
  artifact_not_found: copyOf("artifact_not_found", 409),
  not_settled: copyOf("not_settled", 409),
  operation_not_known: copyOf("operation_not_known", 409),
  input_outdated: copyOf("input_outdated", 409),
  busy: { ...copyOf("busy", 409), retryAfterS: 1 },
  nothing_to_take: {
    status: 409,
    title: "The action can be taken on none of these runs",
    detail: "`verdicts` says why. Nothing was started.",
    nextAction: "Look at the runs as they are now, or choose others.",
  },
  one_environment_at_once: {
    status: 422,
    title: "These runs are of several environments",
    detail:
      "An action on several environments is a run of the whole workspace, which is not yours to see.",
    nextAction: "Take the action on one environment after the other.",
  },
  too_many_targets: {
    status: 422,
    title: "These are too many runs",
    detail: "An action is taken on at most 1,000 runs at once. Nothing was done.",
    nextAction:
      "Narrow the filter, such as by a time or an environment, and take the action in parts.",
  },
  too_many_waits: {
    status: 503,
    title: "Too many wait already",
    detail: "This program lets only so many requests wait for runs at the same time.",
    nextAction: "Wait a moment and ask again, or look at the run from time to time.",
    retryAfterS: 5,
  },
  too_many_exports: {
    status: 503,
    title: "Too many exports are being written",
    detail: "This program writes only so many exports at the same time.",
    nextAction: "Wait until another one has ended, and ask again.",
    retryAfterS: 10,
  },
  invalid_idempotency_key: {
    status: 400,
    title: "The key of the request cannot be used",
    detail: "An Idempotency-Key is 1 to 255 printable ASCII characters without spaces.",
    nextAction: "Send another key, such as a UUID.",
  },
  idempotency_key_reused: {
    status: 422,
    title: "The key belongs to another request",
    detail: "The same Idempotency-Key came with another body or address within 24 hours.",
    nextAction: "Send a new key with a new request.",
  },
  request_in_flight: {
    status: 409,
    title: "The same request is being answered",
    detail: "A request with this Idempotency-Key has not been answered yet.",
    nextAction: "Wait a moment, then send it again with the same key.",
    retryAfterS: 1,
  },
};

function copyOf(refusal: ActionRefusal, status: number): ProblemCopy {
  const { title, meaning, nextStep } = ACTION_REFUSAL_COPY[refusal];
  return { status, title, detail: meaning, nextAction: nextStep };
}
