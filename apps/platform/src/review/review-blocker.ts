import type { CoverageRecord } from "../snapshot/snapshot.ts";
import type { FoundInputs } from "./found-inputs.ts";

export type ReviewBlocker =
  | "environment_missing"
  | "environment_suspended"
  | "snapshot_missing"
  | "baseline_not_released"
  | "coverage_below_policy";

/** What outside of us keeps a review from being composed; null if nothing does. */
export function reviewBlocker(found: FoundInputs): ReviewBlocker | null {
  const { environment, snapshot, baselineId, baseline } = found;
  if (environment === null) return "environment_missing";
  if (environment.state !== "active") return "environment_suspended";
  if (snapshot === null || snapshot.state !== "sealed") return "snapshot_missing";
  if (baselineId !== null && baseline === null) return "baseline_not_released";
  const expected = baseline?.entries.map(({ type }) => type) ?? null;
  return coverageSuffices(found.coverage, expected) ? null : "coverage_below_policy";
}

/**
 * The policy of coverage: something must have been read, and, where a baseline expects something, something of a
 * type that it expects. Gaps beyond that are told in the review; they do not keep it from being composed.
 */
function coverageSuffices(
  coverage: readonly CoverageRecord[],
  expectedTypes: readonly string[] | null,
): boolean {
  const wanted = new Set(expectedTypes);
  return coverage.some(
    ({ type, status }) =>
      (status === "complete" || status === "partial") && (wanted.size === 0 || wanted.has(type)),
  );
}
