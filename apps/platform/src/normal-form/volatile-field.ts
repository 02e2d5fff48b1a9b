// Written by the server on every save or every sync; a change in them is not a change of policy.
// `priorityMetaData` is left out on purpose: where it is null it falls away as every null does.
const TOP_LEVEL: ReadonlySet<string> = new Set([
  "id",
  "createdDateTime",
  "lastModifiedDateTime",
  "modifiedDateTime",
  "deletedDateTime",
  "version",
  "settingCount",
  "creationSource",
  "supportsScopeTags",
  "isAssigned",
  "deployedAppCount",
  "qualityUpdatesPauseStartDate",
  "featureUpdatesPauseStartDate",
  "qualityUpdatesWillBeRolledBack",
  "featureUpdatesWillBeRolledBack",
  "lastSyncDateTime",
  "lastHeartbeatDateTime",
  "usedLicenseCount",
  "lastAppSyncDateTime",
]);

// The entries of these lists get an index or a server-made id.
const LISTS_WITH_SERVER_IDS: ReadonlySet<string> = new Set([
  "settings",
  "scheduledActionsForRule",
  "scheduledActionConfigurations",
]);

export function isVolatileAtTop(key: string): boolean {
  return TOP_LEVEL.has(key);
}

/** Annotations of the export: links, actions, and the type notes `x@odata.type` beside a property. */
export function isAnnotation(key: string): boolean {
  if (key === "@odata.type") return false;
  return (
    key.includes("@odata.") ||
    key.startsWith("#microsoft.graph.") ||
    key.startsWith("@microsoft.graph.")
  );
}

/** `key` of an object that stands in the list or property `parentKey`. */
export function isVolatileIn(parentKey: string, key: string): boolean {
  if (key === "id") return LISTS_WITH_SERVER_IDS.has(parentKey);
  // The strength is expanded into the policy; its own dates say nothing about either.
  return (
    parentKey === "authenticationStrength" &&
    (key === "createdDateTime" || key === "modifiedDateTime")
  );
}
