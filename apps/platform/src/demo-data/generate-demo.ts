import { CHANGE_KINDS } from "./change.ts";
import type { Change, ChangeKind } from "./change.ts";
import { DEMO_CUSTOMERS } from "./customer.ts";
import type { Customer } from "./customer.ts";
import { driftMonth } from "./drift/drift-month.ts";
import {
  assertPolicyCount,
  DEMO_START,
  generateTenant,
  POLICIES_LEAST,
} from "./generate-tenant.ts";
import type { Month } from "./month.ts";
import type { Oddity } from "./oddity.ts";
import { planOddities } from "./oddity-plan.ts";
import { plantOddities } from "./plant-oddities.ts";
import { createRandom } from "./random.ts";
import type { Seed } from "./random.ts";
import type { TenantMonth } from "./tenant-month.ts";

export const DEMO_POLICIES = 120;
export const DEMO_MONTHS = 12;
const MONTHS_MAX = 60;

export interface DemoOptions {
  readonly seed: Seed;
  /** Policies of the largest customer in its first month; the others have fewer. */
  readonly policies?: number;
  readonly months?: number;
  readonly start?: Month;
}

/** One month of one customer: the tenant, what changed since the month before, what is odd about the export. */
export interface DemoMonth {
  readonly tenant: TenantMonth;
  readonly changes: readonly Change[];
  readonly oddities: readonly Oddity[];
}

export interface DemoCustomer {
  readonly customer: Customer;
  /** Grows month after month while it is read, so only one month is in memory. Every call begins anew. */
  readonly months: () => Generator<DemoMonth, void, undefined>;
}

/** Three customers at different maturity. The same options always give the same months. */
export function generateDemo(options: DemoOptions): readonly DemoCustomer[] {
  const { seed, policies = DEMO_POLICIES, months = DEMO_MONTHS, start = DEMO_START } = options;
  if (!Number.isInteger(months) || months < 1 || months > MONTHS_MAX) {
    throw new RangeError(`months: 1 to ${MONTHS_MAX}, not ${months}`);
  }
  assertPolicyCount(policies);
  return DEMO_CUSTOMERS.map((customer, turn) => ({
    customer,
    months: () => growMonths(customer, { seed, policies, months, start }, turn),
  }));
}

function* growMonths(
  customer: Customer,
  options: Required<DemoOptions>,
  turn: number,
): Generator<DemoMonth, void, undefined> {
  const { seed, months, start } = options;
  const policies = Math.max(POLICIES_LEAST, Math.round(options.policies * customer.policiesShare));
  const random = createRandom(seed).fork(customer.slug);
  let tenant = generateTenant({ seed, policies, tenant: customer, start });
  const plan = planOddities(tenant, months, random.fork("oddities"));
  for (let index = 0; index < months; index += 1) {
    let changes: readonly Change[] = [];
    if (index > 0) {
      const firstKind = kindInTurn(index + turn * 3);
      const drifted = driftMonth(tenant, { random, firstKind, reserved: plan.reserved });
      ({ tenant, changes } = drifted);
    }
    const planted = plantOddities(tenant, plan, { index, months });
    tenant = planted.tenant;
    const { shown, oddities } = planted;
    yield { tenant: shown, changes: [...changes, ...planted.changes], oddities };
  }
}

// Each customer sees every kind within ten months; the customers begin at different kinds.
function kindInTurn(turn: number): ChangeKind {
  return CHANGE_KINDS[turn % CHANGE_KINDS.length] ?? "touched";
}
