import type { SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import { stageAccess } from "./access-state.ts";
import { type DesiredState, hashesOf } from "./desired-state.ts";
import { findReferences, mapReferences, type Reference } from "./find-references.ts";
import type { TargetMatch } from "./match-targets.ts";
import { neededWrite } from "./needed-write.ts";
import { type ReferenceWorld, resolveReference } from "./resolve-reference.ts";
import { restorableType } from "./restorable-type.ts";
import type {
  Hindrance,
  IdMapping,
  PlannedItem,
  PlanOptions,
  RestoreAction,
  RestoreStep,
} from "./restore-plan.ts";
import type { TargetObject } from "./restore-target.ts";
import { unrestorableValue } from "./unrestorable-value.ts";

export interface PlanItemInput {
  readonly itemNo: number;
  readonly policy: SnapshotPolicy;
  readonly match: TargetMatch;
  readonly current: TargetObject | null;
  readonly world: ReferenceWorld;
  readonly options: PlanOptions;
}

export interface ItemPlan {
  readonly item: PlannedItem;
  /** The contents that the item's hashes name. */
  readonly states: readonly DesiredState[];
}

/** What is to be done for one policy, or why it is not. */
export function planItem(input: PlanItemInput): ItemPlan {
  const { policy, match } = input;
  const { content, meta } = policy;
  const doubt = snapshotDoubt(policy);
  if (content === null || meta === null || doubt !== null) {
    return hindered(input, doubt ?? "not_whole_in_snapshot", null);
  }
  if (match.kind === "ambiguous") return hindered(input, "ambiguous_in_target", match.detail);
  if (match.kind === "listing_incomplete") return hindered(input, "listing_incomplete", null);
  const current = match.kind === "found" ? input.current : null;
  const staged = stageAccess(policy.item.type, content, {
    accessState: input.options.accessState,
    current: current?.form.content ?? null,
  });
  const wanted: DesiredState = { content: staged.content, meta, assignment: policy.assignment };
  return planWrite(input, { wanted, current, finalState: staged.finalState });
}

function planWrite(
  input: PlanItemInput,
  known: {
    readonly wanted: DesiredState;
    readonly current: TargetObject | null;
    readonly finalState: string | null;
  },
): ItemPlan {
  const { wanted, current, finalState } = known;
  const { item } = input.policy;
  const resolved = new Map(
    findReferences(wanted).map((reference) => [
      `${reference.kind} ${reference.id}`,
      resolveReference(reference, input.world),
    ]),
  );
  const meaning = ({ kind, id }: Reference): string | null => {
    const found = resolved.get(`${kind} ${id}`);
    if (found?.kind !== "mapped") return null;
    // Nothing that stands there can name what is not created yet.
    return "to" in found.mapping ? found.mapping.to : `item ${found.mapping.itemNo} of this plan`;
  };
  const mapped = mapReferences(wanted, meaning);
  // Groups are never created here: the same group id on both sides is no difference, whatever else it could mean.
  const sameGroups = mapReferences(wanted, (one) => (one.kind === "groups" ? null : meaning(one)));
  const write = neededWrite(input.policy, { current, finalState, mapped, sameGroups });
  if (write.action === "skip") return { item: { ...base(input), ...write }, states: [] };
  if (restorableType(item.type) === null) return hindered(input, "type_not_written", null);
  const written = writtenParts(wanted, write.steps);
  const unrestorable = unrestorableValue(written.content);
  if (unrestorable !== null) return hindered(input, unrestorable, null, write);
  const needed = findReferences(written).map(({ kind, id }) => resolved.get(`${kind} ${id}`));
  const unresolved = needed.flatMap((one) => (one?.kind === "unresolved" ? [one] : []));
  const [first] = unresolved;
  if (first !== undefined) {
    const detail = unresolved.map((one) => one.detail).join("; ");
    return hindered(input, first.hindrance, detail, write);
  }
  const mappings = needed.flatMap((one): IdMapping[] =>
    one?.kind === "mapped" ? [one.mapping] : [],
  );
  const dependsOn = mappings.flatMap((one) => (one.by === "created_item" ? [one.itemNo] : []));
  const before = current === null ? null : stateOf(current);
  return {
    item: {
      ...base(input),
      ...write,
      dependsOn,
      mappings,
      before: before === null ? null : hashesOf(before),
      desired: hashesOf(wanted),
      finalState,
    },
    states: before === null ? [wanted] : [wanted, before],
  };
}

/** Only what is written has to be resolved: a reference that dangles on both sides is no obstacle to an assignment. */
function writtenParts(wanted: DesiredState, steps: readonly RestoreStep[]): DesiredState {
  const body = steps.some((step) => step !== "assign");
  return {
    content: body ? wanted.content : {},
    meta: body ? wanted.meta : { ...wanted.meta, scopeTags: [] },
    assignment: steps.includes("assign") ? wanted.assignment : null,
  };
}

function snapshotDoubt({ item }: SnapshotPolicy): Hindrance | null {
  switch (item.state) {
    case "ok":
      return null;
    case "ambiguous":
      return "ambiguous_in_snapshot";
    case "unreadable":
    case "incomplete":
      return "not_whole_in_snapshot";
  }
}

function base({ itemNo, policy, match }: PlanItemInput) {
  const { type, itemKey, displayName: name } = policy.item;
  return {
    itemNo,
    type,
    itemKey,
    name,
    hindered: false,
    detail: null,
    dependsOn: [],
    targetId: match.kind === "found" ? match.id : null,
    mappings: [],
    before: null,
    desired: null,
    finalState: null,
  } as const;
}

function hindered(
  input: PlanItemInput,
  reason: Hindrance,
  detail: string | null,
  write: { readonly action: RestoreAction } = {
    action: input.match.kind === "found" ? "update" : "create",
  },
): ItemPlan {
  const { action } = write;
  return {
    item: { ...base(input), action, steps: [], reason, hindered: true, detail },
    states: [],
  };
}

function stateOf({ form }: TargetObject): DesiredState {
  const { content, meta, assignment } = form;
  return { content, meta, assignment: assignment.listed ? assignment.targets : null };
}
