import type { JsonArray, JsonObject } from "../normal-form/json-value.ts";
import type { PolicyMeta } from "../normal-form/meta-of.ts";
import type { CoverageRecord, EnvironmentSnapshot, SnapshotItem } from "./snapshot.ts";

/** An item of a snapshot with what it says, in its three parts. */
export interface SnapshotPolicy {
  readonly item: SnapshotItem;
  /** What it sets; null for what could not be read. */
  readonly content: JsonObject | null;
  /** Whom it reaches; null where the export lists no assignments, which is not the same as none. */
  readonly assignment: JsonArray | null;
  readonly meta: PolicyMeta | null;
}

/** A sealed snapshot with all that it holds: what drift, reviews and restores are computed from. */
export interface SnapshotPolicies {
  readonly snapshot: EnvironmentSnapshot;
  readonly policies: readonly SnapshotPolicy[];
  readonly coverage: readonly CoverageRecord[];
}
