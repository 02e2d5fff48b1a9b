/** What is to become, or became, of one run of many. */
export const TARGET_VERDICTS = [
  "taken",
  "unchanged",
  "already_over",
  "already_requested",
  "same_work",
  "not_settled",
  "final",
  "owner_may_live",
  "operation_not_known",
  "artifact_not_named",
  "artifact_not_found",
  "input_outdated",
  "stale",
  "busy",
  "bulk_run",
  "not_allowed",
  "not_found",
  "not_reached",
] as const;
export type TargetVerdict = (typeof TARGET_VERDICTS)[number];

export type VerdictCounts = ReadonlyMap<TargetVerdict, number>;

/** How often each verdict came, in the order of the list. */
export function countVerdicts(verdicts: readonly TargetVerdict[]): VerdictCounts {
  const counted = TARGET_VERDICTS.map(
    (verdict) => [verdict, verdicts.filter((one) => one === verdict).length] as const,
  );
  return new Map(counted.filter(([, count]) => count > 0));
}
