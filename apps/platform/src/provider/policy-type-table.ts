import { row } from "./policy-type-row.ts";

const ACCESS = "identity/conditionalAccess";
const APPS = "deviceAppManagement";
const CLOUD_PC = "deviceManagement/virtualEndpoint";

const DEVICE_CONFIGURATION =
  /^(windows|macos|ios|android|aosp|apple|sharedpc|editionupgrade|easemail|unsupporteddevice).*(configuration|configurationbase|configurationinterface|certificateprofile|certificateprofilebase|rootcertificate)$/;
const APP =
  /^(windows|macos|ios|android|win32|win|web|managed|officesuite|microsoftstore).*(app|appx|webclip|bundle|msi)$/;

/**
 * The closed list of types, by the name of their Graph collection: objects of one collection share
 * their ids, and whether a collection is complete is one question. Sources: the object list of
 * IntuneManagement and the Graph beta reference. The first match wins, so broad patterns stand last.
 */
// One line a row is the point of a table; the formatter would make eight of it.
// oxfmt-ignore
export const POLICY_TYPES = [
  row("configurationPolicies", "device_configuration", { label: "Settings catalog", odata: ["devicemanagementconfigurationpolicy"], nameField: "name" }),
  row("compliancePolicies", "compliance", { label: "Compliance (settings catalog)", odata: ["devicemanagementcompliancepolicy"], nameField: "name" }),
  row("inventoryPolicies", "device_configuration", { label: "Device inventory", odata: ["devicemanagementinventorypolicy"], nameField: "name" }),
  row("reusablePolicySettings", "endpoint_security", { label: "Reusable settings", odata: ["devicemanagementreusablepolicysetting"], nameField: "name" }),
  row("intents", "endpoint_security", { label: "Endpoint security (earlier form)", odata: ["devicemanagementintent"] }),
  row("groupPolicyConfigurations", "device_configuration", { label: "Administrative templates", odata: ["grouppolicyconfiguration"] }),
  row("groupPolicyUploadedDefinitionFiles", "device_configuration", { label: "ADMX files", odata: ["grouppolicyuploadeddefinitionfile"], nameField: "fileName" }),
  row("conditionalAccessPolicies", "conditional_access", { label: "Conditional access", odata: ["conditionalaccesspolicy"], collection: `${ACCESS}/policies` }),
  row("namedLocations", "conditional_access", { label: "Named locations", odata: [/^[a-z]*namedlocation$/], collection: `${ACCESS}/namedLocations` }),
  row("authenticationStrengths", "conditional_access", { label: "Authentication strengths", odata: ["authenticationstrengthpolicy"], collection: `${ACCESS}/authenticationStrengths/policies` }),
  row("authenticationContexts", "conditional_access", { label: "Authentication contexts", odata: ["authenticationcontextclassreference"], collection: `${ACCESS}/authenticationContextClassReferences` }),
  row("windowsFeatureUpdateProfiles", "updates", { label: "Feature updates", odata: ["windowsfeatureupdateprofile"] }),
  row("windowsQualityUpdateProfiles", "updates", { label: "Quality updates", odata: ["windowsqualityupdateprofile"] }),
  row("windowsQualityUpdatePolicies", "updates", { label: "Quality update policies", odata: ["windowsqualityupdatepolicy"] }),
  row("windowsDriverUpdateProfiles", "updates", { label: "Driver updates", odata: ["windowsdriverupdateprofile"] }),
  row("deviceEnrollmentConfigurations", "enrollment", { label: "Enrollment", odata: [/^deviceenrollment/, "windows10enrollmentcompletionpageconfiguration", "devicecomanagementauthorityconfiguration", "windowsrestoredeviceenrollmentconfiguration"] }),
  row("windowsAutopilotDeploymentProfiles", "enrollment", { label: "Autopilot", odata: [/windowsautopilotdeploymentprofile$/] }),
  row("appleUserInitiatedEnrollmentProfiles", "enrollment", { label: "Apple enrollment", odata: ["appleuserinitiatedenrollmentprofile"] }),
  row("targetedManagedAppConfigurations", "apps", { label: "App configuration (apps)", odata: ["targetedmanagedappconfiguration"], collection: `${APPS}/targetedManagedAppConfigurations` }),
  row("mobileAppConfigurations", "apps", { label: "App configuration (devices)", odata: [/mobileappconfiguration$/, /managedstoreappconfiguration$/], collection: `${APPS}/mobileAppConfigurations` }),
  row("managedAppPolicies", "apps", { label: "App protection", odata: [/managedappprotection$/, /windowsinformationprotectionpolicy$/], collection: `${APPS}/managedAppPolicies` }),
  row("policySets", "tenant_admin", { label: "Policy sets", odata: ["policyset"], collection: `${APPS}/policySets` }),
  row("deviceManagementScripts", "scripts", { label: "PowerShell scripts", odata: ["devicemanagementscript"] }),
  row("deviceShellScripts", "scripts", { label: "Shell scripts", odata: ["deviceshellscript"] }),
  row("deviceCustomAttributeShellScripts", "scripts", { label: "Custom attributes", odata: ["devicecustomattributeshellscript"] }),
  row("deviceHealthScripts", "scripts", { label: "Remediation scripts", odata: ["devicehealthscript"] }),
  row("deviceComplianceScripts", "compliance", { label: "Compliance scripts", odata: ["devicecompliancescript"] }),
  row("notificationMessageTemplates", "compliance", { label: "Notification templates", odata: ["notificationmessagetemplate"] }),
  row("managementConditions", "compliance", { label: "Network locations", odata: [/managementcondition$/] }),
  row("roleScopeTags", "tenant_admin", { label: "Scope tags", odata: ["rolescopetag"] }),
  row("roleDefinitions", "tenant_admin", { label: "Roles", odata: ["roledefinition", "deviceandappmanagementroledefinition"] }),
  row("assignmentFilters", "tenant_admin", { label: "Assignment filters", odata: [/assignmentfilter$/] }),
  row("termsAndConditions", "tenant_admin", { label: "Terms and conditions", odata: ["termsandconditions"] }),
  row("intuneBrandingProfiles", "tenant_admin", { label: "Company portal branding", odata: ["intunebrandingprofile"], nameField: "profileName" }),
  row("brandingLocalizations", "tenant_admin", { label: "Sign-in branding", odata: [/^organizationalbranding/], collection: "organization/branding/localizations" }),
  row("cloudPcProvisioningPolicies", "cloud_pc", { label: "Cloud PC provisioning", odata: ["cloudpcprovisioningpolicy"], collection: `${CLOUD_PC}/provisioningPolicies` }),
  row("cloudPcUserSettings", "cloud_pc", { label: "Cloud PC user settings", odata: ["cloudpcusersetting"], collection: `${CLOUD_PC}/userSettings` }),
  row("groups", "references", { label: "Groups", odata: ["group"], collection: "groups", role: "supporting" }),
  row("deviceCompliancePolicies", "compliance", { label: "Compliance", odata: [/compliancepolicy$/] }),
  row("deviceConfigurations", "device_configuration", { label: "Device configuration", odata: [DEVICE_CONFIGURATION] }),
  row("mobileApps", "apps", { label: "Apps", odata: [APP], collection: `${APPS}/mobileApps` }),
] as const;
