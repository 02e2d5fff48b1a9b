import { ACCESS_BLUEPRINTS } from "./blueprints/access-blueprint.ts";
import type { AccessBlueprint } from "./blueprints/access-blueprint.ts";
import { groupsOf } from "./group.ts";
import { growField } from "./grow-field.ts";
import type { AccessPolicy, AccessState, Assignment, Field } from "./policy.ts";
import { freeName } from "./policy-name.ts";
import type { Soil } from "./soil.ts";

export function growAccessPolicy(soil: Soil): AccessPolicy {
  const { random, maturity } = soil;
  const blueprint = random.pick(ACCESS_BLUEPRINTS);
  const { audience, assignments } = growAudience(soil);
  const base = `CA - ${audience} - ${blueprint.purpose}`;
  return {
    kind: "access",
    id: random.guid(),
    name: freeName(base, { random, taken: soil.taken, untidyShare: maturity.untidyNameShare }),
    description: "",
    blueprint: blueprint.key,
    createdAt: soil.createdAt,
    modifiedAt: soil.modifiedAt,
    version: 1,
    assignments,
    state: growState(soil),
    fields: [
      ...blueprint.fields.map((definition) => growField(definition, soil)),
      ...locationFields(blueprint, soil),
    ],
  };
}

function growState(soil: Soil): AccessState {
  if (soil.random.chance(soil.maturity.accessEnabledShare)) return "enabled";
  return soil.random.pick(["disabled", "enabledForReportingButNotEnforced"] as const);
}

interface Audience {
  readonly audience: string;
  readonly assignments: readonly Assignment[];
}

// Everybody but the break-glass accounts, or one group of users.
function growAudience(soil: Soil): Audience {
  const users = groupsOf(soil.groups, "users");
  const breakGlass = users.find((group) => group.name.endsWith("Break glass")) ?? users[0];
  const keepOut: Assignment = { kind: "exclude", group: breakGlass.id };
  if (soil.random.chance(0.4)) {
    return { audience: "Everybody", assignments: [{ kind: "all-users" }, keepOut] };
  }
  const group = soil.random.pick(users.filter((one) => one !== breakGlass));
  return {
    audience: group.name.replace("Users - ", ""),
    assignments: [{ kind: "include", group: group.id }, keepOut],
  };
}

function locationFields(blueprint: AccessBlueprint, soil: Soil): readonly Field[] {
  const place = soil.locations.find((location) => location.purpose === blueprint.outside);
  if (place === undefined) return [];
  return [
    { path: "conditions/locations/includeLocations", value: ["All"] },
    { path: "conditions/locations/excludeLocations", value: [place.id] },
  ];
}
