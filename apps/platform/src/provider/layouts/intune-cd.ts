import { ownType } from "../detect-type.ts";
import type { ExportLayout, NamedFile } from "../export-layout.ts";
import { nameOfFile } from "../item-identity.ts";
import { type FolderTypes, folderType } from "./folder-type.ts";

// The folders of the tool's backup modules, in lower case. Where it writes objects of two collections
// into one folder, the commoner one stands here; what a file holds decides anyway.
const FOLDERS: FolderTypes = new Map([
  ["app configuration", "mobileAppConfigurations"],
  ["app protection", "managedAppPolicies"],
  ["applications", "mobileApps"],
  ["compliance policies/message templates", "notificationMessageTemplates"],
  ["compliance policies/policies", "deviceCompliancePolicies"],
  ["compliance policies/scripts", "deviceComplianceScripts"],
  ["conditional access", "conditionalAccessPolicies"],
  ["custom attributes", "deviceCustomAttributeShellScripts"],
  ["device configurations", "deviceConfigurations"],
  ["driver updates", "windowsDriverUpdateProfiles"],
  ["enrollment configurations", "deviceEnrollmentConfigurations"],
  ["enrollment profiles/windows", "windowsAutopilotDeploymentProfiles"],
  ["feature updates", "windowsFeatureUpdateProfiles"],
  ["filters", "assignmentFilters"],
  ["group policy configurations", "groupPolicyConfigurations"],
  ["management intents", "intents"],
  ["proactive remediations", "deviceHealthScripts"],
  ["quality updates", "windowsQualityUpdateProfiles"],
  ["reusable policy settings", "reusablePolicySettings"],
  ["roles", "roleDefinitions"],
  ["scope tags", "roleScopeTags"],
  ["scripts/powershell", "deviceManagementScripts"],
  ["scripts/shell", "deviceShellScripts"],
  ["settings catalog", "configurationPolicies"],
  ["windows/esp", "deviceEnrollmentConfigurations"],
]);

const SHARED =
  /(^|\/)(Applications|Settings Catalog|Device Configurations|Conditional Access|Roles|Filters)\//i;

// IntuneCD keeps assignments in the policy.
const NOT_OURS = /\/Assignments\//i;

// Behind the name stands `__<id>` if that is switched on, before it the type, or what the policy uses.
const ID_TAIL = /__((?:[A-Z]_)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:_[A-Za-z0-9]+)?)$/i;
const TECHNOLOGIES =
  /_(?:(?:none|mdm|linuxMdm|windows10XManagement|configManager|intuneManagementExtension|thirdParty|documentGateway|appleRemoteManagement|microsoftSense|exchangeOnline|mobileApplicationManagement|enrollment|endpointPrivilegeManagement|windowsOsRecovery|android|unknownFutureValue),?)+$/;
const YAML = /\.ya?ml$/i;

/** `<Kind>[/<kind below>]/<name>_<type>[__<id>].json`: without ids in the files, assignments by group name. */
export const intuneCd: ExportLayout = {
  name: "intune_cd",
  label: "IntuneCD",
  evidence: (file) => {
    if (folderType(FOLDERS, file) === null || NOT_OURS.test(file)) return "none";
    return SHARED.test(file) && !isNamedLikeIntuneCd(file) ? "shared" : "own";
  },
  typeOfFolder: (file) => folderType(FOLDERS, file),
  namedFile: intuneCdFile,
  holdsAssignments: () => false,
  isYamlPolicy: (file) => YAML.test(file) && folderType(FOLDERS, file) !== null,
};

function intuneCdFile(file: string): NamedFile {
  const base = file.slice(file.lastIndexOf("/") + 1).replace(/\.(json|ya?ml)$/i, "");
  const providerId = ID_TAIL.exec(base)?.[1] ?? null;
  const withoutId = base.replace(ID_TAIL, "");
  const bare = withoutType(withoutId);
  return { name: nameOfFile(bare === "" ? base : bare), providerId };
}

function withoutType(name: string): string {
  const at = name.lastIndexOf("_");
  const isType = at >= 0 && ownType({ "@odata.type": name.slice(at + 1) }) !== null;
  return isType ? name.slice(0, at) : name.replace(TECHNOLOGIES, "");
}

function isNamedLikeIntuneCd(file: string): boolean {
  const { name, providerId } = intuneCdFile(file);
  return YAML.test(file) || providerId !== null || name !== nameOfFile(file);
}
