import { expect, test } from "vitest";
import { normalForm } from "../../normal-form/normal-form.ts";
import type { ExportReading } from "../export-reading.ts";
import { layoutOf } from "../layout-of.ts";
import { readExportFolder } from "../read-export-folder.ts";
import { temporaryFolder, utf16le } from "../temporary-folder.test-kit.ts";
import {
  asIntuneCd,
  assignmentOf,
  CATALOG,
  ID,
  OTHER_ID,
  SAME_TENANT,
} from "./same-tenant.test-kit.ts";

async function readingOf(files: Readonly<Record<string, unknown>>): Promise<ExportReading> {
  await using folder = await temporaryFolder();
  for (const [file, content] of Object.entries(files)) await folder.write(file, content);
  return await readExportFolder({ root: folder.root });
}

const reasons = ({ unreadable, ignored }: ExportReading) =>
  Object.fromEntries([...unreadable, ...ignored].map(({ file, reason }) => [file, reason]));

test("one tenant in four layouts has the same types, names and contents", async () => {
  const read = [];
  for (const [layout, files] of Object.entries(SAME_TENANT)) {
    const reading = await readingOf(files);
    expect(reading.layout).toBe(layout);
    expect(reading.unreadable).toEqual([]);
    const items = reading.items.map((item) => {
      const { content } = normalForm(item);
      // Conditional access names its own type in some exports and not in others.
      const { "@odata.type": _, ...said } = content;
      const { type, displayName: name } = item;
      return { type, name, content: type === "conditionalAccessPolicies" ? said : content };
    });
    read.push(items.sort((left, right) => (left.type < right.type ? -1 : 1)));
  }
  const [first, ...others] = read;
  expect(first?.map(({ type, name }) => [type, name])).toEqual([
    ["conditionalAccessPolicies", "CA001"],
    ["configurationPolicies", "Win - Firewall"],
    ["deviceCompliancePolicies", "Win - Compliance"],
  ]);
  for (const other of others) expect(other).toEqual(first);
});

test("assignments that IntuneBackupAndRestore wrote apart are whom the policy reaches, as elsewhere", async () => {
  const reading = await readingOf(SAME_TENANT.intune_backup_and_restore);
  const inOne = await readingOf({
    "SettingsCatalog/A.json": { ...CATALOG, assignments: [assignmentOf("other", "g1")] },
  });
  const find = ({ items }: ExportReading, type: string) => {
    const item = items.find((one) => one.type === type);
    return item === undefined ? null : normalForm(item);
  };
  const apart = find(reading, "configurationPolicies");
  expect(apart?.assignment.listed).toBe(true);
  expect(apart?.assignmentHash).toBe(find(inOne, "configurationPolicies")?.assignmentHash);
  expect(find(reading, "deviceCompliancePolicies")?.assignment.targets).toHaveLength(1);
  // No file says whom it reaches: that is not known to be nobody.
  expect(find(reading, "conditionalAccessPolicies")?.assignment.listed).toBe(false);
  expect(reasons(reading)).toEqual({
    "Device Compliance Policies/Assignments/Win - Compliance.json": "assignments_read",
    "Settings Catalog/Assignments/Win - Firewall.json": "assignments_read",
  });
});

test("assignments without their policy say so, and nothing is made of them", async () => {
  const reading = await readingOf({
    "Settings Catalog/A.json": CATALOG,
    "Settings Catalog/Assignments/Gone.json": [assignmentOf(OTHER_ID, "g")],
    // The policy is there, but in another folder than the one above.
    "Device Configurations/Assignments/A.json": [assignmentOf(ID, "g")],
    "Settings Catalog/Assignments/Empty.json": [],
  });
  expect(reading.items.map(({ file, json }) => [file, json["assignments"]])).toEqual([
    ["Settings Catalog/A.json", undefined],
  ]);
  expect(new Set(Object.values(reasons(reading)))).toEqual(new Set(["assignments_without_policy"]));
});

test("assignments that cannot be read hide no policy and are named", async () => {
  const reading = await readingOf({
    "Settings Catalog/A.json": CATALOG,
    "Settings Catalog/Assignments/A.json": utf16le('[{"id"'),
    "Settings Catalog/Assignments/B.json": { some: "thing" },
  });
  expect(reading.unreadable).toMatchObject([
    {
      file: "Settings Catalog/Assignments/A.json",
      reason: "not_json",
      typeHint: "other:assignments",
    },
    { file: "Settings Catalog/Assignments/B.json", reason: "not_assignments" },
  ]);
});

test("of two files with assignments of one policy that of its own name is taken, else none", async () => {
  const twice = {
    "Settings Catalog/Assignments/Old.json": [assignmentOf(ID, "old")],
    "Settings Catalog/Assignments/New.json": [assignmentOf(ID, "new")],
  };
  const clear = await readingOf({ ...twice, "Settings Catalog/New.json": CATALOG });
  expect(clear.items[0]?.json["assignments"]).toMatchObject([{ target: { groupId: "new" } }]);
  expect(reasons(clear)["Settings Catalog/Assignments/Old.json"]).toBe("assignments_twice");
  const unclear = await readingOf({ ...twice, "Settings Catalog/Third.json": CATALOG });
  expect(unclear.items[0]?.json["assignments"]).toBeUndefined();
  expect(unclear.items[0]?.notes).toContain("assignments_unclear");
});

test("one policy in two folders stays two items, and each folder's assignments are its own", async () => {
  const reading = await readingOf({
    "Settings Catalog/A.json": CATALOG,
    "Device Configurations/A.json": CATALOG,
    "Settings Catalog/Assignments/A.json": [assignmentOf(ID, "g1")],
    "Device Configurations/Assignments/A.json": [assignmentOf(ID, "g2")],
  });
  expect(
    reading.items.map(({ file, type, json }) => [
      file,
      type,
      JSON.stringify(json).includes('"g1"'),
    ]),
  ).toEqual([
    ["Device Configurations/A.json", "configurationPolicies", false],
    ["Settings Catalog/A.json", "configurationPolicies", true],
  ]);
});

test("a policy without an id gets the assignments in the file of its name; an id with a dash below is whole", async () => {
  const app = { "@odata.type": "#microsoft.graph.iosManagedAppProtection", displayName: "App" };
  const intent = `${ID}_Defender.json`;
  const reading = await readingOf({
    "App Protection Policies/App.json": { ...app, id: `T_${ID}` },
    "App Protection Policies/Assignments/App.json": [assignmentOf(`T_${ID}`, "g")],
    [`Device Management Intents/Antivirus/${intent}`]: { displayName: "Defender" },
    [`Device Management Intents/Antivirus/Assignments/${intent}`]: { target: { groupId: "g" } },
  });
  expect(
    reading.items.map(({ type, displayName, json }) => [type, displayName, "assignments" in json]),
  ).toEqual([
    ["managedAppPolicies", "App", true],
    ["intents", "Defender", true],
  ]);
});

test("a policy that lies among assignments is a policy", async () => {
  const reading = await readingOf({ "Settings Catalog/Assignments/A.json": CATALOG });
  expect(reading.items).toMatchObject([
    { type: "configurationPolicies", displayName: "Win - Firewall" },
  ]);
});

test("a file of IntuneCD tells id and name by its own name", async () => {
  const reading = await readingOf({
    [`Settings Catalog/Fire__wall_mdm,microsoftSense__${ID}.json`]: "{",
    [`Device Configurations/macOS/Wi_Fi_macOSWiFiConfiguration__${OTHER_ID}.json`]: asIntuneCd({
      "@odata.type": "#microsoft.graph.macOSWiFiConfiguration",
      displayName: "Wi/Fi",
    }),
    "Compliance Policies/Policies/Win_windows10CompliancePolicy.json": "{",
    "Scope Tags/Berlin__7.json": asIntuneCd({ displayName: "Berlin" }),
    "Settings Catalog/Odd_(configuration.json": "{",
  });
  expect(reading.layout).toBe("intune_cd");
  expect(reading.items).toMatchObject([
    { providerId: OTHER_ID, displayName: "Wi/Fi", type: "deviceConfigurations" },
    { providerId: null, displayName: "Berlin", type: "roleScopeTags", typedBy: "folder" },
  ]);
  expect(reading.unreadable.map(({ nameHint, typeHint }) => [nameHint, typeHint])).toEqual([
    ["Win", "deviceCompliancePolicies"],
    ["Fire__wall", "configurationPolicies"],
    ["Odd_(configuration", "configurationPolicies"],
  ]);
});

test("policies in YAML are told to be unread, other YAML files are none", async () => {
  const reading = await readingOf({
    "Settings Catalog/Firewall_mdm.yaml": "name: Firewall\n",
    "Conditional Access/CA001.yml": "displayName: CA001\n",
    "azure-pipelines.yml": "trigger: none\n",
    "Settings Catalog/.hidden.yaml": "x: 1\n",
  });
  expect(reading.unreadable).toMatchObject([
    { reason: "yaml_not_read", nameHint: "CA001", typeHint: "conditionalAccessPolicies" },
    { reason: "yaml_not_read", nameHint: "Firewall", typeHint: "configurationPolicies" },
  ]);
  expect(reading.unreadable[0]?.detail).toContain("export it as JSON");
  expect(reasons(reading)).toMatchObject({
    "azure-pipelines.yml": "not_json_file",
    "Settings Catalog/.hidden.yaml": "hidden",
  });
});

test("a list where a policy should be is told to be no object, whatever it is named after", async () => {
  const reading = await readingOf({
    "DeviceConfigurationADMX/Edge_29-01-2025-9-05-33.json": [{ enabled: true }],
    "Administrative Templates/Chrome.json": [{ enabled: true }],
  });
  expect(reading.unreadable.map(({ reason, nameHint }) => [reason, nameHint])).toEqual([
    ["not_an_object", "Chrome"],
    ["not_an_object", "Edge"],
  ]);
});

test("two layouts in one root are each read by their own rules", async () => {
  const reading = await readingOf({
    "MigrationTable.json": { TenantId: "t", Organization: "Contoso", Objects: [] },
    "SettingsCatalog/One.json": { ...CATALOG, id: OTHER_ID, name: "One" },
    "SettingsCatalog/Two.json": { ...CATALOG, id: "2", name: "Two" },
    "backup/Settings Catalog/Three.json": { ...CATALOG, name: "Three" },
    "backup/Settings Catalog/Assignments/Three.json": [assignmentOf(ID, "g")],
    "git/Scope Tags/Berlin.json": { displayName: "Berlin" },
    "git/Settings Catalog/Four_mdm.yaml": "name: Four\n",
  });
  expect(reading.layout).toBe("intune_management");
  expect(
    reading.items.map(({ displayName, type, json }) => [displayName, type, "assignments" in json]),
  ).toEqual([
    ["One", "configurationPolicies", false],
    ["Two", "configurationPolicies", false],
    ["Three", "configurationPolicies", true],
    ["Berlin", "roleScopeTags", false],
  ]);
  expect(reasons(reading)).toEqual({
    "MigrationTable.json": "migration_table",
    "backup/Settings Catalog/Assignments/Three.json": "assignments_read",
    "git/Settings Catalog/Four_mdm.yaml": "yaml_not_read",
  });
});

test.each([
  [["SettingsCatalog/A.json"], "intune_management"],
  [["Config/MigrationTable.json", "A.json"], "intune_management"],
  [["A.json", "below/B.json"], "native_import"],
  [["Settings Catalog/A.json"], "intune_backup_and_restore"],
  [["Settings Catalog/A_mdm.json", "Conditional Access/CA001.json"], "intune_cd"],
  [["Applications/iOS/A_iosStoreApp.json", "Filters/A.json", "Scope Tags/A.json"], "intune_cd"],
  [
    ["Settings Catalog/A_mdm.json", "Settings Catalog/Assignments/A_mdm.json"],
    "intune_backup_and_restore",
  ],
  [["SETTINGS CATALOG/ASSIGNMENTS/A.JSON"], "intune_backup_and_restore"],
])("paths like %j speak for %s", (files, name) => {
  expect(layoutOf(files).name).toBe(name);
});
