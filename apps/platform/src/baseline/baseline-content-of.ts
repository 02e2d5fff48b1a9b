import { byCodeUnit } from "../normal-form/canonical-json.ts";
import type { SettingLeaf } from "../normal-form/setting-leaf.ts";
import { defaultSeverity } from "../drift/drift-ruleset.ts";
import { type SeenPolicy, seenPolicies, sharesItsId } from "../drift/seen-policy.ts";
import type { Severity } from "../drift/severity.ts";
import type { SnapshotPolicies } from "../snapshot/snapshot-policy.ts";
import type { BaselineContent } from "./baseline-document.ts";
import type { BaselineEntry, LeftOutPolicy } from "./baseline.ts";

export interface BaselineRules {
  readonly mode: BaselineEntry["mode"];
  /** For every entry; null = by the area of its type. */
  readonly severity: Severity | null;
  /** Whether it is expected, too, whom a policy reaches. */
  readonly withAssignments: boolean;
  readonly excludedPaths: readonly string[];
  readonly rationale: string;
}

/**
 * What a source says as expectations: one entry for each policy that was read whole and whose name is its own. Every
 * other policy is named among those left out; nothing is merged and nothing is dropped in silence.
 */
export function baselineContentOf(
  source: Pick<SnapshotPolicies, "policies" | "coverage">,
  rules: BaselineRules,
): Omit<BaselineContent, "name" | "version"> {
  const seen = seenPolicies(source);
  const bearers = Map.groupBy(seen, nameOf);
  const doubtOf = (policy: SeenPolicy): LeftOutPolicy["because"] | null => {
    const bearing = bearers.get(nameOf(policy)) ?? [];
    if (bearing.length > 1 || sharesItsId(policy)) return "ambiguous";
    return policy.item.state === "ok" ? null : policy.item.state;
  };
  return {
    entries: seen.filter((policy) => doubtOf(policy) === null).map((one) => entryOf(one, rules)),
    leftOut: seen.flatMap((policy) => {
      const because = doubtOf(policy);
      const { type, matchKey, name: displayName } = policy;
      return because === null ? [] : [{ type, matchKey, displayName, because }];
    }),
    partialTypes: source.coverage
      .filter(({ status }) => status !== "complete")
      .map(({ type }) => type)
      .sort(byCodeUnit),
  };
}

function entryOf(seen: SeenPolicy, rules: BaselineRules): BaselineEntry {
  const { type, matchKey, name: displayName, item } = seen;
  if (item.contentHash === null) throw new Error("A policy that was read whole has a content.");
  return {
    type,
    matchKey,
    displayName,
    mode: rules.mode,
    contentHash: item.contentHash,
    expectedLeaves: [...seen.leaves.values()].map(withoutKind),
    expectedTargets: rules.withAssignments ? seen.targets : null,
    severity: rules.severity ?? defaultSeverity(type),
    excludedPaths: [...rules.excludedPaths].sort(byCodeUnit),
    rationale: rules.rationale,
  };
}

function withoutKind({ path, value, secret }: SettingLeaf): SettingLeaf {
  return { path, value, secret };
}

function nameOf({ type, matchKey }: SeenPolicy): string {
  return `${type}\n${matchKey}`;
}
