import { DEMO_CUSTOMERS } from "./customer.ts";
import type { Customer } from "./customer.ts";
import { SETTINGS_PER_PAGE } from "./grow-catalog-policy.ts";
import type { Group } from "./group.ts";
import { ODDITY_KINDS } from "./oddity.ts";
import type { OddityKind } from "./oddity.ts";
import { momentIn, monthAfter } from "./month.ts";
import type { CatalogPolicy, Policy } from "./policy.ts";
import type { Random } from "./random.ts";
import type { TenantMonth } from "./tenant-month.ts";

interface Planting {
  readonly customer: Customer | undefined;
  /** Months after the first. */
  readonly at: number;
  /** Faults of one export are gone the next month; faults of the tenant stay. */
  readonly stays: boolean;
}

const [mature, growing, starting] = DEMO_CUSTOMERS;

const PLANTINGS: Readonly<Record<OddityKind, Planting>> = {
  unreadable_file: { customer: mature, at: 6, stays: false },
  truncated_policy: { customer: mature, at: 3, stays: false },
  duplicate_id: { customer: starting, at: 4, stays: false },
  duplicate_name: { customer: growing, at: 5, stays: true },
  dangling_group: { customer: growing, at: 8, stays: true },
  unlicensed_type: { customer: starting, at: 0, stays: true },
};

/** Which policies the oddities of one customer are about. They never drift, so the truth stays exact. */
export interface OddityPlan {
  readonly targets: ReadonlyMap<OddityKind, CatalogPolicy>;
  readonly reserved: ReadonlySet<string>;
  /** Another policy with the name of the duplicate_name target. */
  readonly twin: Policy | null;
  /** The group that is deleted while a policy still points at it. Nothing else ever does. */
  readonly doomedGroup: Group | null;
}

/** A place in the demo: which customer, which of how many months. */
export interface DemoPlace {
  readonly slug: string;
  readonly index: number;
  readonly months: number;
}

/** A demo too short for a planting gets it in its last month. */
export function isPlanted(kind: OddityKind, place: DemoPlace): boolean {
  const { customer, at, stays } = PLANTINGS[kind];
  const from = Math.min(at, place.months - 1);
  return customer?.slug === place.slug && (stays ? place.index >= from : place.index === from);
}

/** Whether this is the month in which the oddity appears. */
export function isPlantedFirst(kind: OddityKind, place: DemoPlace): boolean {
  return isPlanted(kind, place) && !isPlanted(kind, { ...place, index: place.index - 1 });
}

export function planOddities(first: TenantMonth, months: number, random: Random): OddityPlan {
  const { slug } = first.customer;
  const kinds = ODDITY_KINDS.filter((kind) => PLANTINGS[kind].customer?.slug === slug);
  const targets = new Map<OddityKind, CatalogPolicy>();
  for (const kind of kinds) {
    const target = first.policies.find((policy) => suits(kind, policy, [...targets.values()]));
    if (target?.kind === "catalog" && kind !== "unlicensed_type") targets.set(kind, target);
  }
  const named = targets.get("duplicate_name");
  const at = Math.min(PLANTINGS.duplicate_name.at, months - 1);
  const bornAt = momentIn(monthAfter(first.month, at), random);
  const twin = named === undefined ? null : twinOf(named, bornAt, random);
  const reserved = new Set([...targets.values(), twin].flatMap((one) => one?.id ?? []));
  const doomedGroup = targets.has("dangling_group") ? doomed(first, random) : null;
  return { targets, reserved, twin, doomedGroup };
}

function suits(kind: OddityKind, policy: Policy, others: readonly Policy[]): boolean {
  if (policy.kind !== "catalog" || others.includes(policy)) return false;
  const large = policy.settings.length > SETTINGS_PER_PAGE;
  return kind === "truncated_policy" ? large : !large && policy.settings.length > 1;
}

// Half the settings of its namesake: the same name, clearly not the same policy.
function twinOf(policy: CatalogPolicy, createdAt: string, random: Random): CatalogPolicy {
  const settings = policy.settings.slice(0, Math.ceil(policy.settings.length / 2));
  return { ...policy, id: random.guid(), createdAt, modifiedAt: createdAt, version: 1, settings };
}

function doomed(first: TenantMonth, random: Random): Group {
  return {
    id: random.guid(),
    name: "Devices - Migration wave 2 (temporary)",
    nickname: random.guid().slice(0, 10),
    domain: first.customer.domain,
    createdAt: momentIn(monthAfter(first.month, -2), random),
    rule: null,
    members: "devices",
  };
}
