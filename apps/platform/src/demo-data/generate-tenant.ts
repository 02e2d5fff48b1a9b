import type { Customer } from "./customer.ts";
import { growGroups } from "./group.ts";
import { growPolicy } from "./grow-policy.ts";
import { momentIn, monthAfter } from "./month.ts";
import type { Month } from "./month.ts";
import { growLocations } from "./named-location.ts";
import type { Policy } from "./policy.ts";
import { nameKey } from "./policy-name.ts";
import { createRandom } from "./random.ts";
import type { Random, Seed } from "./random.ts";
import type { TenantMonth } from "./tenant-month.ts";

export const POLICIES_LEAST = 20;
/** Twice the largest tenant that we have been asked for. */
export const POLICIES_MAX = 4_000;
/** The first month when the caller names none. */
export const DEMO_START: Month = "2025-07";

export interface TenantOptions {
  readonly seed: Seed;
  /** From POLICIES_LEAST to POLICIES_MAX. */
  readonly policies: number;
  readonly tenant: Customer;
  readonly start?: Month;
}

/** The tenant in its first month. The same options always give the same tenant. */
export function generateTenant(options: TenantOptions): TenantMonth {
  const { policies, tenant, start = DEMO_START } = options;
  assertPolicyCount(policies);
  const random = createRandom(options.seed).fork(tenant.slug);
  const groups = growGroups({ customer: tenant, start, random });
  const locations = growLocations(start, random);
  const taken = new Set<string>();
  const grown: Policy[] = [];
  for (const [index, kind] of policyKinds(policies).entries()) {
    const own = random.fork(`policy:${index}`);
    const policy = growPolicy(kind, {
      ...pastMoments(start, own),
      random: own,
      maturity: tenant.maturity,
      groups,
      locations,
      taken,
      // The first one always crosses a page, however small the tenant is.
      beyondOnePage: index === 0,
    });
    taken.add(nameKey(policy.name));
    grown.push(policy);
  }
  const tenantId = random.fork("tenant").guid();
  return { customer: tenant, tenantId, month: start, groups, locations, policies: grown };
}

/** Refuses a tenant too small for all kinds and oddities, or larger than the demo is bounded to. */
export function assertPolicyCount(policies: number): void {
  if (!Number.isInteger(policies) || policies < POLICIES_LEAST || policies > POLICIES_MAX) {
    throw new RangeError(`policies: ${POLICIES_LEAST} to ${POLICIES_MAX}, not ${policies}`);
  }
}

/** About 75 % settings catalog, 13 % compliance, 12 % conditional access. */
function policyKinds(policies: number): readonly Policy["kind"][] {
  const compliance = Math.round(policies * 0.13);
  const access = Math.round(policies * 0.12);
  return [
    ...Array.from({ length: policies - compliance - access }, () => "catalog" as const),
    ...Array.from({ length: compliance }, () => "compliance" as const),
    ...Array.from({ length: access }, () => "access" as const),
  ];
}

function pastMoments(start: Month, random: Random) {
  const createdBack = random.integer(3, 36);
  const modifiedBack = random.integer(1, createdBack - 1);
  return {
    createdAt: momentIn(monthAfter(start, -createdBack), random),
    modifiedAt: momentIn(monthAfter(start, -modifiedBack), random),
  };
}
