import type { Change, ChangeKind, ChangeValue } from "../change.ts";
import type { Month } from "../month.ts";
import { exportTypeOf } from "../policy.ts";
import type { Policy } from "../policy.ts";
import type { Soil } from "../soil.ts";

/** What an operation may look at. A policy grown here is created in the month `to`. */
export interface DriftScene extends Soil {
  readonly from: Month;
  readonly to: Month;
}

/** What stands in the place of the policy afterwards (nothing, it, or it and another), and the truth about it. */
export interface Drifted {
  readonly policies: readonly Policy[];
  readonly changes: readonly Change[];
}

/**
 * One way in which a policy drifts. Pure but for the draws from `scene.random`; null = this policy cannot drift so, and
 * then nothing has happened.
 */
export type DriftOperation = (policy: Policy, scene: DriftScene) => Drifted | null;

interface Difference {
  readonly kind: ChangeKind;
  readonly path?: string;
  readonly before: ChangeValue;
  readonly after: ChangeValue;
}

export function changeOf(policy: Policy, scene: DriftScene, difference: Difference): Change {
  return {
    from: scene.from,
    to: scene.to,
    kind: difference.kind,
    type: exportTypeOf(policy),
    policy: policy.name,
    policyId: policy.id,
    path: difference.path ?? null,
    before: difference.before,
    after: difference.after,
  };
}

/** Saving a policy moves its date and version, whatever else was done to it. */
export function saved<P extends Policy>(policy: P, scene: DriftScene): P {
  return { ...policy, modifiedAt: scene.modifiedAt, version: policy.version + 1 };
}
