import { changeOf } from "./drift.ts";
import type { DriftOperation } from "./drift.ts";

/** Deleted and made again by hand or by a restore: the same name and content, born this month under a new id. */
export const policyRecreated: DriftOperation = (policy, scene) => {
  const after = scene.random.guid();
  const { createdAt } = scene;
  const recreated = { ...policy, id: after, createdAt, modifiedAt: createdAt, version: 1 };
  return {
    policies: [recreated],
    changes: [changeOf(policy, scene, { kind: "recreated", before: policy.id, after })],
  };
};
