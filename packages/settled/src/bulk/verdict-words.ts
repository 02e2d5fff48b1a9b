import type { TargetVerdict } from "./target-verdict.ts";

/** What each verdict says of its runs, to whoever decides. */
export const VERDICT_WORDS: Readonly<Record<TargetVerdict, string>> = {
  taken: "The action is taken",
  unchanged: "Looked at: what stands is true",
  already_over: "Over already: there is nothing to stop",
  already_requested: "Asked to stop already",
  same_work: "Another of these runs does the same work",
  not_settled: "Not over yet",
  final: "A success: it is final",
  owner_may_live: "A worker has it and shows signs of life",
  operation_not_known: "This release does not know the operation",
  artifact_not_named: "A success must name what it made",
  artifact_not_found: "What was named as made is not there",
  input_outdated: "Its input does not fit this release",
  stale: "Changed since it was looked at",
  busy: "Somebody else is acting on it",
  bulk_run: "An action on many is no target of another",
  not_allowed: "You may not do this here",
  not_found: "Not there, or not yours to see",
  not_reached: "Not reached before the end",
};
