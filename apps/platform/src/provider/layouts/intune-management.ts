import type { ExportLayout } from "../export-layout.ts";
import type { PolicyType } from "../policy-type.ts";

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

/** `[<organisation>/]<TypeId>/*.json`, with a `MigrationTable.json` above them. */
export const intuneManagement: ExportLayout = {
  name: "intune_management",
  label: "IntuneManagement",
  recognises: (files) =>
    files.some((file) => /(^|\/)MigrationTable\.json$/i.test(file) || folderType(file) !== null),
  typeOfFolder: folderType,
};

// The folder nearest to the file counts, so that an organisation called "Groups" does no harm.
function folderType(file: string): PolicyType | null {
  const folders = file.split("/").slice(0, -1).toReversed();
  for (const folder of folders) {
    const type = FOLDERS.get(folder.toLowerCase());
    if (type !== undefined) return type;
  }
  return null;
}
