import type { Customer } from "./customer.ts";
import { momentIn, monthAfter } from "./month.ts";
import type { Month } from "./month.ts";
import type { Random } from "./random.ts";
import { SITES } from "./policy-name.ts";

/** A group of the tenant's directory that assignments point at. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly nickname: string;
  readonly domain: string;
  readonly createdAt: string;
  /** Rule of a dynamic group; null = members are kept by hand. */
  readonly rule: string | null;
  readonly members: "devices" | "users";
}

type GroupPlan = Pick<Group, "name" | "rule" | "members">;

const device = (name: string, rule: string | null): GroupPlan => ({
  name: `Devices - ${name}`,
  rule,
  members: "devices",
});
const user = (name: string, rule: string | null): GroupPlan => ({
  name: `Users - ${name}`,
  rule,
  members: "users",
});

const PLANS: readonly GroupPlan[] = [
  device("Windows - All", '(device.deviceOSType -eq "Windows")'),
  device("Windows - Pilot", null),
  device("Windows - Broad", null),
  device("macOS - All", '(device.deviceOSType -eq "MacMDM")'),
  device("Mobile - Corporate", '(device.deviceOwnership -eq "Company")'),
  device("Kiosk", '(device.enrollmentProfileName -eq "Kiosk")'),
  device("Shared", null),
  user("All staff", '(user.userType -eq "Member") and (user.accountEnabled -eq true)'),
  user("Administrators", null),
  user("Executives", null),
  user("Finance", '(user.department -eq "Finance")'),
  user("Frontline", '(user.department -eq "Operations")'),
  user("Guests", '(user.userType -eq "Guest")'),
  user("External contractors", null),
  user("Break glass", null),
  user("MFA exclusion (temporary)", null),
  ...SITES.map((site) => device(`Site - ${site}`, `(device.displayName -startsWith "${site}")`)),
];

interface GroupScene {
  readonly customer: Customer;
  readonly start: Month;
  readonly random: Random;
}

export function growGroups(scene: GroupScene): readonly Group[] {
  return PLANS.map((plan) => {
    const random = scene.random.fork(`group:${plan.name}`);
    const created = monthAfter(scene.start, -random.integer(12, 40));
    return {
      ...plan,
      id: random.guid(),
      nickname: random.guid().slice(0, 10),
      domain: scene.customer.domain,
      createdAt: momentIn(created, random),
    };
  });
}

/** The site a group's machines stand at decides nothing here: any group of the right members may be drawn. */
export function groupsOf(
  groups: readonly Group[],
  members: Group["members"],
): readonly [Group, ...Group[]] {
  const [first, ...rest] = groups.filter((group) => group.members === members);
  if (first === undefined) throw new RangeError(`a tenant without groups of ${members}`);
  return [first, ...rest];
}
