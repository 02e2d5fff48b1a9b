import type { BaselineVersion, LeftOutPolicy } from "../baseline/baseline.ts";
import type { BaselineOverview } from "../store/baseline-store.ts";
import type { CommandAnswer } from "./write-output.ts";

/** A version as a program and as a person read it. Expected values stand in the JSON alone. */
export function baselineAnswer(version: BaselineVersion): CommandAnswer {
  const { name, entries, leftOut, partialTypes } = version;
  return {
    json: {
      baseline_id: version.baselineId,
      name,
      version: version.version,
      version_hash: version.versionHash,
      released_at: version.releasedAt.toISOString(),
      partial_types: partialTypes,
      left_out: leftOut.map(({ type, matchKey, displayName, because }) => ({
        type,
        match_key: matchKey,
        policy: displayName,
        because,
      })),
      entries: entries.map((entry) => ({
        type: entry.type,
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
    },
    columns: [
      { title: "TYPE", widthMin: 12 },
      { title: "POLICY", widthMin: 20 },
      { title: "MODE" },
      { title: "SEVERITY" },
      { title: "VALUES" },
    ],
    rows: entries.map((entry) => [
      entry.type,
      entry.displayName,
      entry.mode,
      entry.severity,
      String(entry.expectedLeaves.length),
    ]),
    notes: [
      `${name}, version ${version.version}: ${entries.length} policies expected. Id ${version.baselineId}`,
      ...(partialTypes.length === 0
        ? []
        : [`Not covered completely, so nothing there is called extra: ${partialTypes.join(", ")}`]),
      ...leftOut.map(leftOutWords),
    ],
  };
}

export function baselinesAnswer(baselines: readonly BaselineOverview[]): CommandAnswer {
  return {
    json: {
      baselines: baselines.map((one) => ({
        baseline_id: one.baselineId,
        name: one.name,
        version: one.version,
        version_hash: one.versionHash,
        entries: one.entries,
        left_out: one.leftOut,
        source: one.source,
        released_by: one.releasedBy,
        released_at: one.releasedAt.toISOString(),
      })),
    },
    columns: [
      { title: "NAME", widthMin: 12 },
      { title: "VERSION" },
      { title: "POLICIES" },
      { title: "RELEASED" },
      { title: "ID" },
    ],
    rows: baselines.map((one) => [
      one.name,
      String(one.version),
      String(one.entries),
      one.releasedAt.toISOString().slice(0, 10),
      one.baselineId,
    ]),
    notes: baselines.length === 0 ? ["There is no baseline yet."] : [],
  };
}

function leftOutWords({ displayName, because }: LeftOutPolicy): string {
  switch (because) {
    case "ambiguous":
      return `Left out: ${displayName}. More than one policy of the source has this name or id.`;
    case "unreadable":
      return `Left out: ${displayName}. It could not be read.`;
    case "incomplete":
      return `Left out: ${displayName}. It was not read whole.`;
  }
}
