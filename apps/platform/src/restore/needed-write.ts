import type { SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import { type DesiredState, hashesOf } from "./desired-state.ts";
import { restorableType } from "./restorable-type.ts";
import type { PlanReason, RestoreAction, RestoreStep } from "./restore-plan.ts";
import type { TargetObject } from "./restore-target.ts";
import { standsAsWanted } from "./stands-as-wanted.ts";

export interface NeededWrite {
  readonly action: RestoreAction;
  readonly reason: PlanReason;
  readonly steps: readonly RestoreStep[];
}

/** What makes the object stand as wanted; `mapped` = the wanted state in the ids of the target, `sameGroups` = but for groups. */
export function neededWrite(
  policy: SnapshotPolicy,
  known: {
    readonly sameGroups: DesiredState;
    readonly mapped: DesiredState;
    readonly current: TargetObject | null;
    readonly finalState: string | null;
  },
): NeededWrite {
  const { sameGroups, mapped, current, finalState } = known;
  const { type } = policy.item;
  const assigns = restorableType(type)?.assigns === true && mapped.assignment !== null;
  const state: RestoreStep[] = finalState === null ? [] : ["state"];
  if (current === null) {
    const assign: RestoreStep[] = assigns && mapped.assignment?.length !== 0 ? ["assign"] : [];
    return { action: "create", reason: "missing", steps: ["create", ...assign, ...state] };
  }
  const { form } = current;
  // Whatever stands there and is not wanted is a difference, since nothing was written yet.
  const differences = [sameGroups, mapped].map((state) => {
    const standing = standsAsWanted(type, state, { current: form, before: form.content });
    return standing.kind === "different" ? standing.paths : [];
  });
  const differs = differences.some((paths) => paths.length === 0) ? [] : (differences[1] ?? []);
  const hashes = [sameGroups, mapped].map((state) => hashesOf(state).assignment);
  const assignmentDiffers = assigns && !hashes.includes(form.assignmentHash);
  const assign: RestoreStep[] = assignmentDiffers ? ["assign"] : [];
  if (differs.length > 0) {
    const reason = differs.every((path) => path === "name") ? "name_differs" : "content_differs";
    return { action: "update", reason, steps: ["update", ...assign, ...state] };
  }
  if (assignmentDiffers) {
    return { action: "assign", reason: "assignment_differs", steps: [...assign, ...state] };
  }
  if (finalState !== null) return { action: "update", reason: "state_differs", steps: state };
  const kept = policy.content?.["state"] !== mapped.content["state"];
  return { action: "skip", reason: kept ? "state_kept" : "as_wanted", steps: [] };
}
