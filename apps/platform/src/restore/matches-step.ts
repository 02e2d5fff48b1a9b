import { type DesiredState, hashesOf } from "./desired-state.ts";
import type { PlannedItem, RestoreStep } from "./restore-plan.ts";
import type { TargetObject } from "./restore-target.ts";
import { standsAsWanted } from "./stands-as-wanted.ts";

export interface StepCheck {
  readonly item: PlannedItem;
  readonly step: RestoreStep;
  readonly wanted: DesiredState;
  readonly before: DesiredState | null;
}

/** Whether an object shows what a step was to do. */
export function matchesStep(
  { item, step, wanted, before }: StepCheck,
  object: TargetObject,
): boolean {
  const { form } = object;
  switch (step) {
    case "create":
    case "update": {
      const seen = { current: form, before: before?.content ?? null };
      return standsAsWanted(item.type, wanted, seen).kind === "as_wanted";
    }
    case "assign":
      return form.assignmentHash === hashesOf(wanted).assignment;
    case "state":
      return form.content["state"] === item.finalState;
  }
}

/** Whether what a step is about to change still is what the plan was made for. */
export function stoodAsPlanned(check: StepCheck, object: TargetObject): boolean {
  const { step, item, wanted } = check;
  const { form } = object;
  const { before } = item;
  switch (step) {
    case "create":
      return false;
    case "update":
      return form.contentHash === before?.content && form.metaHash === before.meta;
    case "assign": {
      const stood = before?.assignment ?? null;
      if (stood !== null) return form.assignmentHash === stood;
      return form.assignment.targets.length === 0;
    }
    case "state":
      return form.content["state"] === wanted.content["state"];
  }
}
