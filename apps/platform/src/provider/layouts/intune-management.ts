import type { ExportLayout } from "../export-layout.ts";
import { plainlyNamed } from "../item-identity.ts";
import type { PolicyType } from "../policy-type.ts";
import { folderType } from "./folder-type.ts";

// The ids of the tool's object types, which are its folder names, in lower case. Some collections are
// spread over several folders.
const FOLDERS: ReadonlyMap<string, PolicyType> = new Map<string, PolicyType>([
  ["admxfiles", "groupPolicyUploadedDefinitionFiles"],
  ["administrativetemplates", "groupPolicyConfigurations"],
  ["androidoemconfig", "mobileAppConfigurations"],
  ["appconfigurationmanagedapp", "targetedManagedAppConfigurations"],
  ["appconfigurationmanageddevice", "mobileAppConfigurations"],
  ["appprotection", "managedAppPolicies"],
  ["appleenrollmenttypes", "appleUserInitiatedEnrollmentProfiles"],
  ["applications", "mobileApps"],
  ["assignmentfilters", "assignmentFilters"],
  ["authenticationcontext", "authenticationContexts"],
  ["authenticationstrengths", "authenticationStrengths"],
  ["autopilot", "windowsAutopilotDeploymentProfiles"],
  ["azurebranding", "brandingLocalizations"],
  ["comanagementsettings", "deviceEnrollmentConfigurations"],
  ["compliancepolicies", "deviceCompliancePolicies"],
  ["compliancepoliciesv2", "compliancePolicies"],
  ["compliancescripts", "deviceComplianceScripts"],
  ["conditionalaccess", "conditionalAccessPolicies"],
  ["deviceconfiguration", "deviceConfigurations"],
  ["devicehealthscripts", "deviceHealthScripts"],
  ["driverupdateprofiles", "windowsDriverUpdateProfiles"],
  ["endpointsecurity", "intents"],
  ["enrollmentrestrictions", "deviceEnrollmentConfigurations"],
  ["enrollmentstatuspage", "deviceEnrollmentConfigurations"],
  ["featureupdates", "windowsFeatureUpdateProfiles"],
  ["groups", "groups"],
  ["intunebranding", "intuneBrandingProfiles"],
  ["inventorypolicies", "inventoryPolicies"],
  ["locations", "managementConditions"],
  ["maccustomattributes", "deviceCustomAttributeShellScripts"],
  ["macscripts", "deviceShellScripts"],
  ["namedlocations", "namedLocations"],
  ["notifications", "notificationMessageTemplates"],
  ["policysets", "policySets"],
  ["powershellscripts", "deviceManagementScripts"],
  ["qualityupdates", "windowsQualityUpdateProfiles"],
  ["reusablesettings", "reusablePolicySettings"],
  ["roledefinitions", "roleDefinitions"],
  ["scopetags", "roleScopeTags"],
  ["settingscatalog", "configurationPolicies"],
  ["termsandconditions", "termsAndConditions"],
  ["updatepolicies", "deviceConfigurations"],
  ["w365provisioningpolicies", "cloudPcProvisioningPolicies"],
  ["w365usersettings", "cloudPcUserSettings"],
]);

// Other tools have a folder of this name as well.
const SHARED = /(^|\/)Applications\//i;

/** `[<organisation>/]<TypeId>/*.json`, with a `MigrationTable.json` above them. */
export const intuneManagement: ExportLayout = {
  name: "intune_management",
  label: "IntuneManagement",
  evidence: (file) => {
    if (/(^|\/)MigrationTable\.json$/i.test(file)) return "own";
    if (folderType(FOLDERS, file) === null) return "none";
    return SHARED.test(file) ? "shared" : "own";
  },
  typeOfFolder: (file) => folderType(FOLDERS, file),
  namedFile: plainlyNamed,
  holdsAssignments: () => false,
  isYamlPolicy: () => false,
};
