import { changeOf } from "./drift.ts";
import type { DriftOperation } from "./drift.ts";

export const policyMissing: DriftOperation = (policy, scene) => ({
  policies: [],
  changes: [changeOf(policy, scene, { kind: "missing_policy", before: policy.id, after: null })],
});
