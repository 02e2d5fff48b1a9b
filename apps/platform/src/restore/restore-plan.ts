import { hashOf } from "../normal-form/hash-of.ts";
import type { JsonValue } from "../normal-form/json-value.ts";
import type { AccessState } from "./access-state.ts";
import type { DesiredState, StateHashes } from "./desired-state.ts";

export type RestoreAction = "create" | "update" | "assign" | "skip";
export type RestoreStep = "create" | "update" | "assign" | "state";

/** Why an item is planned as it is. */
export type PlanReason =
  | "missing"
  | "content_differs"
  | "name_differs"
  | "assignment_differs"
  | "state_differs"
  | "as_wanted"
  | "state_kept";

/** Why an item that is not as wanted is not attempted. */
export type Hindrance =
  | "type_not_written"
  | "not_whole_in_snapshot"
  | "ambiguous_in_snapshot"
  | "ambiguous_in_target"
  | "listing_incomplete"
  | "secret_not_in_snapshot"
  | "made_by_the_tenant"
  | "group_missing"
  | "location_missing"
  | "strength_missing"
  | "filter_missing"
  | "scope_tag_missing"
  | "depends_on_unwritten";

export type ReferenceKind =
  | "groups"
  | "namedLocations"
  | "authenticationStrengths"
  | "assignmentFilters"
  | "roleScopeTags";

/** What an id of the snapshot means in the target. */
export type IdMapping = { readonly kind: ReferenceKind; readonly from: string } & (
  | { readonly by: "same_id" | "name"; readonly to: string }
  /** Known only when that item was created. */
  | { readonly by: "created_item"; readonly itemNo: number }
);

export interface PlannedItem {
  /** The order of writing, from 1. */
  readonly itemNo: number;
  readonly type: string;
  readonly itemKey: string;
  readonly name: string;
  readonly action: RestoreAction;
  /** Requests in their order; `state` is sent after all other items. Empty for what is skipped or hindered. */
  readonly steps: readonly RestoreStep[];
  readonly reason: PlanReason | Hindrance;
  readonly hindered: boolean;
  /** What is missing or ambiguous, by id or name. */
  readonly detail: string | null;
  readonly dependsOn: readonly number[];
  readonly targetId: string | null;
  readonly mappings: readonly IdMapping[];
  readonly before: StateHashes | null;
  /** Of the state before ids are mapped; null for what could not be read. */
  readonly desired: StateHashes | null;
  readonly finalState: string | null;
}

export interface PlanOptions {
  readonly accessState: AccessState;
}

export interface RestorePlan {
  readonly snapshotId: string;
  readonly options: PlanOptions;
  readonly items: readonly PlannedItem[];
  readonly planHash: string;
}

/** A plan with the contents that its hashes name. */
export interface PlannedRestore {
  readonly plan: RestorePlan;
  readonly states: readonly DesiredState[];
}

/** Over everything that decides what is written; the seal of the plan. */
export function planHash(plan: Omit<RestorePlan, "planHash">): string {
  return hashOf("plan", JSON.parse(JSON.stringify(plan)) as JsonValue);
}

/** Whether an item is one of the writes that the plan counts. */
export function isPlannedWrite(item: PlannedItem): boolean {
  return item.action !== "skip";
}
