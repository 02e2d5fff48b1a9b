import type { Maturity } from "./customer.ts";
import type { Group } from "./group.ts";
import type { NamedLocation } from "./named-location.ts";
import { groupsOf } from "./group.ts";
import type { Assignment } from "./policy.ts";
import type { Random } from "./random.ts";

/** Everything that a new policy depends on. */
export interface Soil {
  readonly random: Random;
  readonly maturity: Maturity;
  readonly groups: readonly Group[];
  readonly locations: readonly NamedLocation[];
  /** Names in use, as `nameKey` writes them. */
  readonly taken: ReadonlySet<string>;
  readonly createdAt: string;
  readonly modifiedAt: string;
  /** Whether the policy must need more than one page of 25 settings. */
  readonly beyondOnePage: boolean;
}

/** An assignment as a provider makes them: everybody or a group, now and then with an exclusion. */
export function growAssignments(members: Group["members"], soil: Soil): readonly Assignment[] {
  const { random } = soil;
  if (!random.chance(soil.maturity.assignedShare)) return [];
  const [first, second] = random.sample(groupsOf(soil.groups, members), 2);
  const everybody = members === "devices" ? "all-devices" : "all-users";
  const to: Assignment =
    first === undefined || random.chance(0.35)
      ? { kind: everybody }
      : { kind: "include", group: first.id };
  if (second === undefined || !random.chance(0.25)) return [to];
  return [to, { kind: "exclude", group: second.id }];
}
