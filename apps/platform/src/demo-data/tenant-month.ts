import type { Customer } from "./customer.ts";
import type { Group } from "./group.ts";
import type { Month } from "./month.ts";
import type { NamedLocation } from "./named-location.ts";
import type { Policy } from "./policy.ts";

/** A whole tenant as it stood in one month. Months share the policies that did not change. */
export interface TenantMonth {
  readonly customer: Customer;
  readonly tenantId: string;
  readonly month: Month;
  readonly groups: readonly Group[];
  readonly locations: readonly NamedLocation[];
  readonly policies: readonly Policy[];
}
