import {
  choice,
  group,
  policy,
  withFullMetadata,
} from "../../normal-form/catalog-fixture.test-kit.ts";
import type { JsonObject } from "../../normal-form/json-value.ts";
import { utf16le } from "../temporary-folder.test-kit.ts";

export const ID = "11111111-1111-4111-8111-111111111111";
export const OTHER_ID = "22222222-2222-4222-8222-222222222222";

export const CATALOG: JsonObject = policy(
  [choice("a", "1", [choice("b", "2")]), group("g", [[choice("c", "3")], [choice("c", "4")]])],
  { id: ID, name: "Win - Firewall" },
);
const COMPLIANCE: JsonObject = {
  "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
  id: OTHER_ID,
  displayName: "Win - Compliance",
  createdDateTime: "2026-01-01T00:00:00Z",
  version: 3,
  roleScopeTagIds: ["0"],
  passwordRequired: true,
  scheduledActionsForRule: [
    { id: "1", ruleName: null, scheduledActionConfigurations: [{ id: "2", actionType: "block" }] },
  ],
};
const ACCESS: JsonObject = {
  id: "33333333-3333-4333-8333-333333333333",
  displayName: "CA001",
  state: "enabled",
  conditions: { users: { includeUsers: ["All"] }, locations: null },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
};

export const assignmentOf = (id: string, groupId: string) => ({
  id: `${id}_${groupId}`,
  source: "direct",
  target: { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId },
});

export function asIntuneCd(json: JsonObject): string {
  const removed = ["id", "version", "createdDateTime", "isAssigned", "supportsScopeTags"];
  const kept = Object.entries(json).filter(([key]) => !removed.includes(key));
  const target = {
    "@odata.type": "#microsoft.graph.groupAssignmentTarget",
    groupName: "Pilots",
    groupType: "StaticMembership",
  };
  return JSON.stringify({ ...Object.fromEntries(kept), assignments: [{ target }] }, null, 5);
}

const asOutFile = (json: unknown) =>
  utf16le(JSON.stringify(json, null, 2).replaceAll("\n", "\r\n"));

/** One tenant as each of the tools writes it: paths and contents. */
export const SAME_TENANT = {
  intune_management: {
    "Contoso/SettingsCatalog/Win - Firewall.json": asOutFile(withFullMetadata(CATALOG)),
    "Contoso/CompliancePolicies/Win - Compliance.json": asOutFile(COMPLIANCE),
    "Contoso/ConditionalAccess/CA001.json": asOutFile({
      "@odata.type": "#microsoft.graph.conditionalAccessPolicy",
      ...ACCESS,
    }),
    "Contoso/MigrationTable.json": asOutFile({
      TenantId: "t",
      Organization: "Contoso",
      Objects: [],
    }),
  },
  native_import: {
    "Win - Firewall.json": `\uFEFF${JSON.stringify(CATALOG)}`,
    "Win - Compliance.json": COMPLIANCE,
    "below/CA001.json": ACCESS,
  },
  intune_cd: {
    "Settings Catalog/Win - Firewall_mdm.json": asIntuneCd(CATALOG),
    "Compliance Policies/Policies/Win - Compliance_windows10CompliancePolicy.json":
      asIntuneCd(COMPLIANCE),
    "Conditional Access/CA001.json": asIntuneCd(ACCESS),
  },
  intune_backup_and_restore: {
    "Settings Catalog/Win - Firewall.json": asOutFile(CATALOG),
    "Settings Catalog/Assignments/Win - Firewall.json": asOutFile([assignmentOf(ID, "g1")]),
    "Device Compliance Policies/Win - Compliance.json": asOutFile(COMPLIANCE),
    // A list with one entry, as PowerShell writes it.
    "Device Compliance Policies/Assignments/Win - Compliance.json": asOutFile(
      assignmentOf(OTHER_ID, "g1"),
    ),
    "Conditional Access/CA001.json": asOutFile(ACCESS),
  },
} as const;
