import { CHANGE_KINDS } from "../change.ts";
import type { Change, ChangeKind } from "../change.ts";
import { momentIn, monthAfter } from "../month.ts";
import type { Policy } from "../policy.ts";
import { nameKey } from "../policy-name.ts";
import type { Random } from "../random.ts";
import type { TenantMonth } from "../tenant-month.ts";
import { assignmentChanged } from "./assignment-changed.ts";
import type { Drifted, DriftOperation, DriftScene } from "./drift.ts";
import { policyExtra } from "./policy-extra.ts";
import { policyMissing } from "./policy-missing.ts";
import { policyRecreated } from "./policy-recreated.ts";
import { policyRenamed } from "./policy-renamed.ts";
import { policyTouched } from "./policy-touched.ts";
import { settingChanged } from "./setting-changed.ts";
import { settingExtra } from "./setting-extra.ts";
import { settingMissing } from "./setting-missing.ts";
import { stateChanged } from "./state-changed.ts";

export const DRIFT_OPERATIONS: Readonly<Record<ChangeKind, DriftOperation>> = {
  setting_changed: settingChanged,
  setting_missing: settingMissing,
  setting_extra: settingExtra,
  missing_policy: policyMissing,
  extra_policy: policyExtra,
  renamed: policyRenamed,
  recreated: policyRecreated,
  touched: policyTouched,
  assignment_changed: assignmentChanged,
  state_changed: stateChanged,
};

interface DriftOptions {
  readonly random: Random;
  /** Comes first, so that every kind has its turn. */
  readonly firstKind: ChangeKind;
  /** Ids of policies that must stay as they are. */
  readonly reserved: ReadonlySet<string>;
}

export interface DriftedMonth {
  readonly tenant: TenantMonth;
  readonly changes: readonly Change[];
}

/**
 * The tenant one month later. A policy drifts at most once a month, so the changes are exactly what a comparison of the
 * two months finds. Groups and locations stay.
 */
export function driftMonth(before: TenantMonth, options: DriftOptions): DriftedMonth {
  const to = monthAfter(before.month, 1);
  const taken = new Set(before.policies.map((policy) => nameKey(policy.name)));
  const drifted = new Map<string, Drifted>();
  for (const [index, kind] of chooseKinds(before, options).entries()) {
    const random = options.random.fork(`drift:${to}:${index}`);
    const scene = openScene(before, { to, taken, random });
    const free = before.policies.filter(
      (one) => !drifted.has(one.id) && !options.reserved.has(one.id),
    );
    const pool = kind === "state_changed" ? free.filter((one) => one.kind === "access") : free;
    const hit = driftOne(pool, DRIFT_OPERATIONS[kind], scene);
    if (hit !== null) {
      drifted.set(hit.id, hit.drifted);
      for (const policy of hit.drifted.policies) taken.add(nameKey(policy.name));
    }
  }
  return {
    tenant: {
      ...before,
      month: to,
      policies: before.policies.flatMap((policy) => drifted.get(policy.id)?.policies ?? [policy]),
    },
    changes: [...drifted.values()].flatMap((one) => one.changes),
  };
}

function chooseKinds(before: TenantMonth, options: DriftOptions): readonly ChangeKind[] {
  const { driftPerHundred, driftWeights } = before.customer.maturity;
  const random = options.random.fork(`kinds:${before.month}`);
  const count = Math.ceil((before.policies.length * random.integer(...driftPerHundred)) / 100);
  const urn = CHANGE_KINDS.flatMap((kind) => Array<ChangeKind>(driftWeights[kind]).fill(kind));
  return [options.firstKind, ...Array.from({ length: count }, () => random.pick(urn))];
}

type SceneParts = Pick<DriftScene, "to" | "taken" | "random">;

function openScene(before: TenantMonth, parts: SceneParts): DriftScene {
  const moment = momentIn(parts.to, parts.random);
  return {
    ...parts,
    from: before.month,
    maturity: before.customer.maturity,
    groups: before.groups,
    locations: before.locations,
    createdAt: moment,
    modifiedAt: moment,
    beyondOnePage: false,
  };
}

// From a random policy onwards until one can drift this way.
function driftOne(
  pool: readonly Policy[],
  operation: DriftOperation,
  scene: DriftScene,
): { readonly id: string; readonly drifted: Drifted } | null {
  if (pool.length === 0) return null;
  const first = scene.random.integer(0, pool.length - 1);
  for (const policy of [...pool.slice(first), ...pool.slice(0, first)]) {
    const drifted = operation(policy, scene);
    if (drifted !== null) return { id: policy.id, drifted };
  }
  return null;
}
