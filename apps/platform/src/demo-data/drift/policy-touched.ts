import type { Policy } from "../policy.ts";
import type { Random } from "../random.ts";
import { changeOf, saved } from "./drift.ts";
import type { DriftOperation } from "./drift.ts";

/** Opened and saved: a new date and another order of what has no order, and nothing that means anything. */
export const policyTouched: DriftOperation = (policy, scene) => {
  const touched = saved(reordered(policy, scene.random), scene);
  const [before, after] = [policy.modifiedAt, touched.modifiedAt];
  return {
    policies: [touched],
    changes: [changeOf(policy, scene, { kind: "touched", before, after })],
  };
};

function reordered(policy: Policy, random: Random): Policy {
  const shuffle = <T>(items: readonly T[]) => random.sample(items, items.length);
  const assignments = shuffle(policy.assignments);
  switch (policy.kind) {
    case "catalog":
      return { ...policy, assignments, settings: shuffle(policy.settings) };
    case "compliance":
    case "access":
      return { ...policy, assignments };
  }
}
