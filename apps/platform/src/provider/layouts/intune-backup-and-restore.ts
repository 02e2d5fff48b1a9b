import type { ExportLayout } from "../export-layout.ts";
import { isJsonFile } from "../ignored-reason.ts";
import { nameOfFile, plainlyNamed } from "../item-identity.ts";
import { type FolderTypes, folderType } from "./folder-type.ts";

// The folders that the tool's backup functions write, in lower case.
const FOLDERS: FolderTypes = new Map([
  ["administrative templates", "groupPolicyConfigurations"],
  ["app protection policies", "managedAppPolicies"],
  ["assignment filters", "assignmentFilters"],
  ["autopilot deployment profiles", "windowsAutopilotDeploymentProfiles"],
  ["client apps", "mobileApps"],
  ["conditional access", "conditionalAccessPolicies"],
  ["device compliance policies", "deviceCompliancePolicies"],
  ["device configurations", "deviceConfigurations"],
  ["device enrollment configurations", "deviceEnrollmentConfigurations"],
  ["device health scripts", "deviceHealthScripts"],
  ["device management intents", "intents"],
  ["device management scripts", "deviceManagementScripts"],
  ["intune branding profiles", "intuneBrandingProfiles"],
  ["mobile app configurations", "mobileAppConfigurations"],
  ["named locations", "namedLocations"],
  ["notification templates", "notificationMessageTemplates"],
  ["policy sets", "policySets"],
  ["role definitions", "roleDefinitions"],
  ["role scope tags", "roleScopeTags"],
  ["settings catalog", "configurationPolicies"],
  ["targeted managed app configurations", "targetedManagedAppConfigurations"],
  ["terms and conditions", "termsAndConditions"],
  ["windows driver update profiles", "windowsDriverUpdateProfiles"],
  ["windows feature update profiles", "windowsFeatureUpdateProfiles"],
  ["windows quality update profiles", "windowsQualityUpdateProfiles"],
]);

const SHARED =
  /(^|\/)(Settings Catalog|Device Configurations|Conditional Access|Terms and Conditions)\//i;
const ASSIGNMENTS = /\/Assignments\/[^/]*$/i;

// `<template id>_<name>`: the only objects whose file is named after more than themselves.
const INTENT_TEMPLATE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_/i;

/** `<Kind>/*.json`, and the assignments of each kind in `<Kind>/Assignments/*.json`. */
export const intuneBackupAndRestore: ExportLayout = {
  name: "intune_backup_and_restore",
  label: "IntuneBackupAndRestore",
  evidence: (file) => {
    if (folderType(FOLDERS, file) === null) return "none";
    return SHARED.test(file) && !ASSIGNMENTS.test(file) ? "shared" : "own";
  },
  typeOfFolder: (file) => folderType(FOLDERS, file),
  namedFile: (file) =>
    folderType(FOLDERS, file) === "intents"
      ? { name: nameOfFile(file).replace(INTENT_TEMPLATE, ""), providerId: null }
      : plainlyNamed(file),
  holdsAssignments: (file) =>
    ASSIGNMENTS.test(file) && isJsonFile(file) && folderType(FOLDERS, file) !== null,
  isYamlPolicy: () => false,
};
