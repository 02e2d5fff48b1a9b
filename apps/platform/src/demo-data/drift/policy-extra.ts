import { growPolicy } from "../grow-policy.ts";
import { changeOf } from "./drift.ts";
import type { DriftOperation } from "./drift.ts";

/** Somebody adds a policy of the same kind; the one it stands beside is not touched. */
export const policyExtra: DriftOperation = (policy, scene) => {
  const extra = growPolicy(policy.kind, scene);
  return {
    policies: [policy, extra],
    changes: [changeOf(extra, scene, { kind: "extra_policy", before: null, after: extra.id })],
  };
};
