import type { CatalogBlueprint, Purpose } from "./blueprints/catalog-blueprint.ts";
import { CATALOG_BLUEPRINTS } from "./blueprints/setting-catalog.ts";
import { WINDOWS_BASELINE } from "./blueprints/windows-protection.ts";
import type { CatalogPolicy } from "./policy.ts";
import { freeName } from "./policy-name.ts";
import type { SettingDefinition } from "./setting-definition.ts";
import { setValue } from "./setting-instance.ts";
import { growAssignments } from "./soil.ts";
import type { Soil } from "./soil.ts";

/** Graph hands out 25 settings a page; our largest policy needs a second one. */
export const SETTINGS_PER_PAGE = 25;
export const SETTINGS_MAX = 34;

const LARGE_SHARE = 0.04;

export function growCatalogPolicy(soil: Soil): CatalogPolicy {
  const { random, maturity } = soil;
  const large = soil.beyondOnePage || random.chance(LARGE_SHARE);
  const blueprint = large ? WINDOWS_BASELINE : random.pick(CATALOG_BLUEPRINTS);
  const purpose = large ? firstPurpose(blueprint) : random.pick(blueprint.purposes);
  const definitions = chooseDefinitions(blueprint, { purpose, large, soil });
  const base = `${blueprint.platform} - ${blueprint.area} - ${blueprint.reach} - ${purpose.name}`;
  return {
    kind: "catalog",
    id: random.guid(),
    name: freeName(base, { random, taken: soil.taken, untidyShare: maturity.untidyNameShare }),
    description: random.chance(0.6) ? `${purpose.name} for ${blueprint.area}.` : "",
    blueprint: blueprint.key,
    createdAt: soil.createdAt,
    modifiedAt: soil.modifiedAt,
    version: 1,
    assignments: growAssignments(blueprint.reach === "D" ? "devices" : "users", soil),
    settings: definitions.map((one) => setValue(one, { ...maturity, random })),
  };
}

interface Choice {
  readonly purpose: Purpose;
  readonly large: boolean;
  readonly soil: Soil;
}

// What the name promises comes first, then whatever else was put in over the years; small policies are the rule.
function chooseDefinitions(
  blueprint: CatalogBlueprint,
  choice: Choice,
): readonly SettingDefinition[] {
  const { random } = choice.soil;
  const leads = blueprint.definitions.filter((one) => isLead(one, choice.purpose));
  const others = blueprint.definitions.filter((one) => !leads.includes(one));
  const wanted = choice.large
    ? random.integer(SETTINGS_PER_PAGE + 1, SETTINGS_MAX)
    : leads.length + Math.floor(random.fraction() ** 2 * 13);
  return [...leads, ...random.sample(others, Math.max(0, wanted - leads.length))];
}

export function isLead(definition: SettingDefinition, purpose: Purpose): boolean {
  return purpose.leads.some((ending) => definition.id.endsWith(ending));
}

function firstPurpose(blueprint: CatalogBlueprint): Purpose {
  const [first] = blueprint.purposes;
  if (first === undefined) throw new RangeError(`no purpose in ${blueprint.key}`);
  return first;
}
