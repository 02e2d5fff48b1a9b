import type { BaselineOverview, VersionOverview } from "../store/baseline-store.ts";
import { type ItemType, typeLabel } from "../provider/policy-type.ts";
import type { BaselineVersion } from "./baseline.ts";

export function baselineLineJson(one: BaselineOverview) {
  return { baseline_id: one.baselineId, name: one.name, ...versionLineJson(one) };
}

export function versionLineJson(one: VersionOverview) {
  return {
    version: one.version,
    version_hash: one.versionHash,
    entries: one.entries,
    left_out: one.leftOut,
    source: one.source,
    released_by: one.releasedBy,
    released_at: one.releasedAt.toISOString(),
  };
}

/** A version with everything that it expects. The value of a secret is never told. */
export function baselineVersionJson(version: BaselineVersion) {
  return {
    baseline_id: version.baselineId,
    name: version.name,
    version: version.version,
    version_hash: version.versionHash,
    released_at: version.releasedAt.toISOString(),
    partial_types: version.partialTypes,
    left_out: version.leftOut.map(({ type, matchKey, displayName, because }) => ({
      type,
      label: typeLabel(type as ItemType),
      match_key: matchKey,
      policy: displayName,
      because,
    })),
    entries: version.entries.map((entry) => ({
      type: entry.type,
      label: typeLabel(entry.type as ItemType),
      match_key: entry.matchKey,
      policy: entry.displayName,
      mode: entry.mode,
      severity: entry.severity,
      content_hash: entry.contentHash,
      targets: entry.expectedTargets,
      excluded_paths: entry.excludedPaths,
      rationale: entry.rationale,
      settings: entry.expectedLeaves.map(({ path, value, secret }) => ({
        path,
        value: secret ? "(secret)" : value,
      })),
    })),
  };
}
