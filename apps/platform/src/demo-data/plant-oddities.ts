import type { Change } from "./change.ts";
import { copyPath, policyFiles } from "./export/file-name.ts";
import { SETTINGS_PER_PAGE } from "./grow-catalog-policy.ts";
import { monthAfter } from "./month.ts";
import { ODDITY_KINDS, UNLICENSED_TYPE } from "./oddity.ts";
import type { Oddity, OddityKind } from "./oddity.ts";
import { isPlanted, isPlantedFirst } from "./oddity-plan.ts";
import type { DemoPlace, OddityPlan } from "./oddity-plan.ts";
import { exportTypeOf } from "./policy.ts";
import type { CatalogPolicy, Policy } from "./policy.ts";
import type { TenantMonth } from "./tenant-month.ts";

interface Planted {
  /** What the next month grows from. */
  readonly tenant: TenantMonth;
  /** What is exported. */
  readonly shown: TenantMonth;
  readonly changes: readonly Change[];
  readonly oddities: readonly Oddity[];
}

/** Gives the month its oddities. In the first month the plan's policy is moved to the group that will be deleted. */
export function plantOddities(
  before: TenantMonth,
  plan: OddityPlan,
  when: Pick<DemoPlace, "index" | "months">,
): Planted {
  const place = { ...when, slug: before.customer.slug };
  const assigned = when.index === 0 ? withDoomedAssignment(before, plan) : before;
  const twin = isPlantedFirst("duplicate_name", place) ? plan.twin : null;
  const tenant = twin === null ? assigned : { ...assigned, policies: [...assigned.policies, twin] };
  const kinds = ODDITY_KINDS.filter((kind) => isPlanted(kind, place));
  return {
    tenant,
    shown: kinds.includes("dangling_group") ? tenant : withDoomedGroup(tenant, plan),
    changes: twin !== null && when.index > 0 ? [extraTwin(twin, before)] : [],
    oddities: kinds.map((kind) => describe(kind, tenant, plan)),
  };
}

function withDoomedAssignment(tenant: TenantMonth, plan: OddityPlan): TenantMonth {
  const target = plan.targets.get("dangling_group");
  if (target === undefined || plan.doomedGroup === null) return tenant;
  const { id: group } = plan.doomedGroup;
  const reassign = <P extends { readonly id: string }>(policy: P) =>
    policy.id === target.id
      ? { ...policy, assignments: [{ kind: "include" as const, group }] }
      : policy;
  return { ...tenant, policies: tenant.policies.map(reassign) };
}

function withDoomedGroup(tenant: TenantMonth, plan: OddityPlan): TenantMonth {
  if (plan.doomedGroup === null) return tenant;
  return { ...tenant, groups: [...tenant.groups, plan.doomedGroup] };
}

// The namesake is a true policy that was not there before, so it is drift as well.
function extraTwin(twin: Policy, tenant: TenantMonth): Change {
  return {
    from: monthAfter(tenant.month, -1),
    to: tenant.month,
    kind: "extra_policy",
    type: exportTypeOf(twin),
    policy: twin.name,
    policyId: twin.id,
    path: null,
    before: null,
    after: twin.id,
  };
}

function describe(kind: OddityKind, tenant: TenantMonth, plan: OddityPlan): Oddity {
  const target = plan.targets.get(kind);
  if (target === undefined) {
    const detail = `${UNLICENSED_TYPE} cannot be read: the tenant has no licence for it.`;
    return { kind, type: UNLICENSED_TYPE, policy: null, policyId: null, files: [], detail };
  }
  const paths = policyFiles(tenant.policies);
  const ids = kind === "duplicate_name" ? [target.id, plan.twin?.id ?? ""] : [target.id];
  const files = ids.flatMap((id) => paths.get(id) ?? []);
  return {
    kind,
    type: "SettingsCatalog",
    policy: target.name,
    policyId: target.id,
    files: kind === "duplicate_id" ? [...files, ...files.map(copyPath)] : files,
    detail: DETAILS[kind](target, plan),
  };
}

const DETAILS: Readonly<Record<OddityKind, (target: CatalogPolicy, plan: OddityPlan) => string>> = {
  unreadable_file: () =>
    "The bytes of the UTF-16 file are swapped in pairs; the policy is unchanged.",
  truncated_policy: (target) =>
    `The file declares ${target.settings.length} settings and holds ${SETTINGS_PER_PAGE}.`,
  duplicate_id: () => "A copy of the file under another name has the same policy id.",
  duplicate_name: (_, plan) => `A second policy has the same name: ${plan.twin?.id ?? ""}.`,
  dangling_group: (_, plan) =>
    `The policy is assigned to a group that no longer exists: ${plan.doomedGroup?.id ?? ""}.`,
  unlicensed_type: () => "",
};
