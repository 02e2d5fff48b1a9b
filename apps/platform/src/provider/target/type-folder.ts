import type { PolicyType } from "../policy-type.ts";

interface TypeFolder {
  /** The folder of IntuneManagement. */
  readonly folder: string;
  /** Where the content does not bear its type itself. */
  readonly odataType: string | null;
}

const GRAPH = "#microsoft.graph.";

const FOLDERS: ReadonlyMap<string, TypeFolder> = new Map<PolicyType, TypeFolder>([
  [
    "configurationPolicies",
    { folder: "SettingsCatalog", odataType: `${GRAPH}deviceManagementConfigurationPolicy` },
  ],
  [
    "compliancePolicies",
    { folder: "CompliancePoliciesV2", odataType: `${GRAPH}deviceManagementCompliancePolicy` },
  ],
  ["deviceConfigurations", { folder: "DeviceConfiguration", odataType: null }],
  ["deviceCompliancePolicies", { folder: "CompliancePolicies", odataType: null }],
  [
    "windowsDriverUpdateProfiles",
    { folder: "DriverUpdateProfiles", odataType: `${GRAPH}windowsDriverUpdateProfile` },
  ],
  [
    "windowsFeatureUpdateProfiles",
    { folder: "FeatureUpdates", odataType: `${GRAPH}windowsFeatureUpdateProfile` },
  ],
  [
    "windowsQualityUpdateProfiles",
    { folder: "QualityUpdates", odataType: `${GRAPH}windowsQualityUpdateProfile` },
  ],
  ["conditionalAccessPolicies", { folder: "ConditionalAccess", odataType: null }],
  ["namedLocations", { folder: "NamedLocations", odataType: null }],
  ["authenticationStrengths", { folder: "AuthenticationStrengths", odataType: null }],
  ["assignmentFilters", { folder: "AssignmentFilters", odataType: null }],
  ["roleScopeTags", { folder: "ScopeTags", odataType: null }],
]);

/** Null where a folder does not take objects of this type. */
export function typeFolder(type: string): TypeFolder | null {
  return FOLDERS.get(type) ?? null;
}
