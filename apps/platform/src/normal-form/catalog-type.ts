// Types whose content is a tree of setting instances and whose name is in `name`.
const CATALOG_TYPES: ReadonlySet<string> = new Set([
  "configurationPolicies",
  "compliancePolicies",
  "inventoryPolicies",
  "reusablePolicySettings",
]);

// Only these list their settings under `settings` and declare how many there are.
const COUNTED_TYPES: ReadonlySet<string> = new Set([
  "configurationPolicies",
  "compliancePolicies",
  "inventoryPolicies",
]);

export function isCatalogType(type: string): boolean {
  return CATALOG_TYPES.has(type);
}

export function declaresSettingCount(type: string): boolean {
  return COUNTED_TYPES.has(type);
}
