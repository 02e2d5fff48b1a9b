import { ACCESS_TYPE } from "./access-type.ts";
import type { JsonArray } from "./json-value.ts";
import { isCatalogType } from "./catalog-type.ts";

// Settings and children are told apart by their definition id, collections by their value.
const CATALOG_SETS: ReadonlySet<string> = new Set([
  "settings",
  "children",
  "simpleSettingCollectionValue",
  "choiceSettingCollectionValue",
]);

const NAMED_LOCATION_SETS: ReadonlySet<string> = new Set(["countriesAndRegions", "ipRanges"]);

const SETS_OF_ALL_TYPES: ReadonlySet<string> = new Set([
  "roleScopeTagIds",
  "scheduledActionsForRule",
  "scheduledActionConfigurations",
]);

/**
 * Whether the order of this list has no meaning. Group collections keep their order, since their
 * entries have no key; every other list of which nothing is known keeps it too.
 */
export function isSetField(type: string, key: string, list: JsonArray): boolean {
  if (SETS_OF_ALL_TYPES.has(key)) return true;
  if (isCatalogType(type)) return CATALOG_SETS.has(key);
  if (type === "namedLocations") return NAMED_LOCATION_SETS.has(key);
  // Include and exclude lists, platforms, client types, controls: all plain texts, all sets.
  if (type === ACCESS_TYPE) return list.every((entry) => typeof entry === "string");
  return false;
}
