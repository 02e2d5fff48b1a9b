import { isTaken } from "../policy-name.ts";
import { changeOf, saved } from "./drift.ts";
import type { DriftOperation } from "./drift.ts";

/** The same policy under another free name; its id and content stay. */
export const policyRenamed: DriftOperation = (policy, scene) => {
  const year = scene.to.slice(0, 4);
  const names = [`${policy.name} v2`, `${policy.name} (${year})`, `ARCHIVE - ${policy.name}`];
  const free = names.filter((name) => !isTaken(name, scene.taken));
  if (free.length === 0) return null;
  const after = scene.random.pick(free);
  return {
    policies: [saved({ ...policy, name: after }, scene)],
    changes: [changeOf(policy, scene, { kind: "renamed", before: policy.name, after })],
  };
};
