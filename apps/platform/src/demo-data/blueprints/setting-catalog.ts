import type { SettingDefinition } from "../setting-definition.ts";
import type { CatalogBlueprint } from "./catalog-blueprint.ts";
import { MAC_BLUEPRINTS } from "./mac-catalog.ts";
import { WINDOWS_PROTECTION } from "./windows-protection.ts";
import { WINDOWS_WORKPLACE } from "./windows-workplace.ts";

export const CATALOG_BLUEPRINTS: readonly CatalogBlueprint[] = [
  ...WINDOWS_PROTECTION,
  ...WINDOWS_WORKPLACE,
  ...MAC_BLUEPRINTS,
];

const BY_KEY = new Map(CATALOG_BLUEPRINTS.map((blueprint) => [blueprint.key, blueprint]));

export function catalogBlueprint(key: string): CatalogBlueprint {
  const blueprint = BY_KEY.get(key);
  if (blueprint === undefined) throw new RangeError(`no catalog blueprint ${key}`);
  return blueprint;
}

const DEFINITIONS = new Map<string, SettingDefinition>();
for (const blueprint of CATALOG_BLUEPRINTS) index(blueprint.definitions);

function index(definitions: readonly SettingDefinition[]): void {
  for (const definition of definitions) {
    DEFINITIONS.set(definition.id, definition);
    if ("children" in definition) index(definition.children);
  }
}

/** Any setting that some blueprint knows, at whatever depth. */
export function settingDefinition(id: string): SettingDefinition {
  const definition = DEFINITIONS.get(id);
  if (definition === undefined) throw new RangeError(`no setting definition ${id}`);
  return definition;
}

export function settingIdentifiers(): readonly string[] {
  return [...DEFINITIONS.keys()];
}
