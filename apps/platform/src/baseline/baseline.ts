import type { SettingLeaf } from "../normal-form/setting-leaf.ts";
import type { Severity } from "../drift/severity.ts";

/** Named expectations of a workspace; what is expected stands in its versions. */
export interface Baseline {
  readonly baselineId: string;
  readonly name: string;
}

/** What is expected of one policy. */
export interface BaselineEntry {
  readonly type: string;
  /** The normalised name: how the policy is found in an environment. Unique within type and version. */
  readonly matchKey: string;
  readonly displayName: string;
  /** `exact`: nothing else may be set. `at_least`: further settings are no finding. */
  readonly mode: "exact" | "at_least";
  readonly contentHash: string;
  /** Of `comparableLeaves`: the value of a secret is its hash. */
  readonly expectedLeaves: readonly SettingLeaf[];
  /** Expected targets as the sorted labels of `targetsOf`; null = whom it reaches is not compared. */
  readonly expectedTargets: readonly string[] | null;
  readonly severity: Severity;
  /** Leaf paths that are not compared. */
  readonly excludedPaths: readonly string[];
  readonly rationale: string;
}

/** A policy of the source that the version expects nothing of, since nobody could say what it is. */
export interface LeftOutPolicy {
  readonly type: string;
  readonly matchKey: string;
  readonly displayName: string;
  readonly because: "ambiguous" | "unreadable" | "incomplete";
}

/** One released version; immutable, and known by the hash of its entries. */
export interface BaselineVersion extends Baseline {
  readonly version: number;
  /** `baseline1:<sha256>` over everything in it but when it was released. */
  readonly versionHash: string;
  readonly entries: readonly BaselineEntry[];
  /** Types whose absence from the version says nothing, since the source did not cover them completely. */
  readonly partialTypes: readonly string[];
  /** Named, so that a policy of such a name is never called an extra one. */
  readonly leftOut: readonly LeftOutPolicy[];
  readonly releasedAt: Date;
}
