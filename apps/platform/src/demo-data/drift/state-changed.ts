import type { AccessState } from "../policy.ts";
import { changeOf, saved } from "./drift.ts";
import type { DriftOperation } from "./drift.ts";

const OTHERS: Readonly<Record<AccessState, readonly AccessState[]>> = {
  enabled: ["enabledForReportingButNotEnforced", "disabled"],
  disabled: ["enabled", "enabledForReportingButNotEnforced"],
  enabledForReportingButNotEnforced: ["enabled", "disabled"],
};

/** Only conditional access has a state. */
export const stateChanged: DriftOperation = (policy, scene) => {
  if (policy.kind !== "access") return null;
  const state = scene.random.pick(OTHERS[policy.state]);
  return {
    policies: [saved({ ...policy, state }, scene)],
    changes: [
      changeOf(policy, scene, { kind: "state_changed", before: policy.state, after: state }),
    ],
  };
};
