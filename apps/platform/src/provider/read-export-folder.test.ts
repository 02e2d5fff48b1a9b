import { expect, test } from "vitest";
import type { ExportReading } from "./export-reading.ts";
import { readExportFolder } from "./read-export-folder.ts";
import { temporaryFolder, utf16le } from "./temporary-folder.test-kit.ts";

const CATALOG = { id: "c1", name: "Firewall", platforms: "x", technologies: "mdm", settings: [] };
const ACCESS = {
  "@odata.type": "#microsoft.graph.conditionalAccessPolicy",
  id: "a1",
  displayName: "CA001",
};
const GROUP = { id: "g1", displayName: "Pilots", groupTypes: [], securityEnabled: true };
const TABLE = { TenantId: "t1", Organization: "Contoso", Objects: [] };

const outcomes = (reading: ExportReading) =>
  Object.fromEntries(
    [...reading.items, ...reading.unreadable, ...reading.ignored].map((entry) => [
      entry.file,
      entry.state === "item" ? entry.type : entry.reason,
    ]),
  );

test("every entry of an export is an item, unreadable or ignored, and says why", async () => {
  await using folder = await temporaryFolder();
  await folder.write("LICENSE", "text");
  await folder.write("Contoso/MigrationTable.json", utf16le(JSON.stringify(TABLE)));
  await folder.write("Contoso/SettingsCatalog/Firewall.json", utf16le(JSON.stringify(CATALOG)));
  await folder.write("Contoso/ConditionalAccess/CA001.JSON", ACCESS);
  await folder.write("Contoso/Groups/Pilots.json", GROUP);
  await folder.write("Contoso/Future/New.json", { displayName: "New" });
  await folder.write("Contoso/AdministrativeTemplates/Edge.json", { displayName: "Edge" });
  await folder.write("Contoso/AdministrativeTemplates/Edge_Settings.json", [{ enabled: true }]);
  await folder.write("Contoso/EndpointSecurity/AV_Settings.json", { settings: [] });
  await folder.write("Contoso/EndpointSecurity/AV_Assignments.json", []);
  await folder.write("Contoso/SettingsCatalog/List.json", []);
  await folder.write("Contoso/SettingsCatalog/Cut.json", '{"name":');
  await folder.write("manifest.json", {});
  await folder.write(".git/config", "x");
  await folder.write("Contoso/.DS_Store", "x");
  const reading = await readExportFolder({ root: folder.root });
  expect(outcomes(reading)).toEqual({
    ".git": "hidden",
    "Contoso/.DS_Store": "hidden",
    "Contoso/AdministrativeTemplates/Edge.json": "groupPolicyConfigurations",
    "Contoso/AdministrativeTemplates/Edge_Settings.json": "settings_sidecar",
    "Contoso/ConditionalAccess/CA001.JSON": "conditionalAccessPolicies",
    "Contoso/EndpointSecurity/AV_Assignments.json": "assignments_sidecar",
    "Contoso/EndpointSecurity/AV_Settings.json": "settings_sidecar",
    "Contoso/Future/New.json": "other:Future",
    "Contoso/Groups/Pilots.json": "groups",
    "Contoso/MigrationTable.json": "migration_table",
    "Contoso/SettingsCatalog/Cut.json": "not_json",
    "Contoso/SettingsCatalog/Firewall.json": "configurationPolicies",
    "Contoso/SettingsCatalog/List.json": "not_an_object",
    LICENSE: "not_json_file",
    "manifest.json": "manifest",
  });
  expect(reading.totals).toMatchObject({ entries: 15, items: 5, unreadable: 2, ignored: 8 });
  expect(reading.layout).toBe("intune_management");
  expect(reading.references.migrationTables).toMatchObject([{ tenantId: "t1" }]);
  expect(reading.references.groups).toMatchObject([{ providerId: "g1", displayName: "Pilots" }]);
  expect(reading.unreadable[0]).toMatchObject({
    typeHint: "configurationPolicies",
    nameHint: "Cut",
    rawHash: expect.stringMatching(/^raw1:[0-9a-f]{64}$/),
  });
});

test("an item carries its bytes, encoding and hash, so that it can be proven later", async () => {
  await using folder = await temporaryFolder();
  await folder.write("b.json", utf16le(JSON.stringify(CATALOG)));
  const { items, layout } = await readExportFolder({ root: folder.root });
  expect(layout).toBe("native_import");
  expect(items).toEqual([
    {
      state: "item",
      file: "b.json",
      linkTarget: null,
      bytes: 2 + JSON.stringify(CATALOG).length * 2,
      encoding: "utf-16le",
      rawHash: expect.stringMatching(/^raw1:[0-9a-f]{64}$/),
      type: "configurationPolicies",
      typedBy: "shape",
      role: "policy",
      providerId: "c1",
      displayName: "Firewall",
      notes: [],
      json: CATALOG,
    },
  ]);
});

test("a policy whose settings lie in another file says so", async () => {
  await using folder = await temporaryFolder();
  await folder.write("AdministrativeTemplates/Edge.json", { displayName: "Edge" });
  await folder.write("AdministrativeTemplates/Edge_Settings.json", []);
  const { items } = await readExportFolder({ root: folder.root });
  expect(items[0]?.notes).toEqual(["settings_elsewhere"]);
});

test("a policy that is called like a sidecar or a hidden file is still a policy", async () => {
  await using folder = await temporaryFolder();
  await folder.write("Office_Settings.json", CATALOG);
  await folder.write("manifest.json", ACCESS);
  await folder.write(".NET hardening.json", CATALOG);
  await folder.write("._Office.json", Buffer.from([0, 5, 22, 7]));
  const reading = await readExportFolder({ root: folder.root });
  expect(outcomes(reading)).toEqual({
    "._Office.json": "hidden",
    ".NET hardening.json": "configurationPolicies",
    "Office_Settings.json": "configurationPolicies",
    "manifest.json": "conditionalAccessPolicies",
  });
});

test("a file named as a migration table that is none is unreadable, not ignored", async () => {
  await using folder = await temporaryFolder();
  await folder.write("MigrationTable.json", []);
  await folder.write("a.json", CATALOG);
  const reading = await readExportFolder({ root: folder.root });
  expect(outcomes(reading)["MigrationTable.json"]).toBe("not_a_migration_table");
});

test("the same folder gives the same answer, in order of code units", async () => {
  await using folder = await temporaryFolder();
  for (const name of ["b", "ä", "a", "B", "a/c", "10", "9"]) {
    await folder.write(`${name}.json`, { ...CATALOG, name });
  }
  const one = await readExportFolder({ root: folder.root });
  const two = await readExportFolder({ root: folder.root, limits: { filesAtOnce: 1 } });
  expect(two).toEqual(one);
  expect(one.items.map((item) => item.file)).toEqual([
    "10.json",
    "9.json",
    "B.json",
    "a.json",
    "a/c.json",
    "b.json",
    "ä.json",
  ]);
});

test("progress counts every file once and ends at the total", async () => {
  await using folder = await temporaryFolder();
  for (let file = 0; file < 20; file += 1) await folder.write(`${file}.json`, CATALOG);
  const told: number[] = [];
  await readExportFolder({
    root: folder.root,
    onProgress: ({ filesDone, filesTotal }) => told.push(filesDone / filesTotal),
  });
  expect(told).toEqual(Array.from({ length: 20 }, (_, index) => (index + 1) / 20));
});

test("a reading can be stopped, before it begins and in its midst", async () => {
  await using folder = await temporaryFolder();
  for (let file = 0; file < 20; file += 1) await folder.write(`${file}.json`, CATALOG);
  const signal = AbortSignal.abort(new Error("stopped"));
  await expect(readExportFolder({ root: folder.root, signal })).rejects.toThrow("stopped");
  const control = new AbortController();
  const reading = readExportFolder({
    root: folder.root,
    signal: control.signal,
    onProgress: () => control.abort(new Error("enough")),
  });
  await expect(reading).rejects.toThrow("enough");
});

test("a key named __proto__ stays in its file", async () => {
  await using folder = await temporaryFolder();
  await folder.write("a.json", '{"name":"x","__proto__":{"polluted":true}}');
  const { items } = await readExportFolder({ root: folder.root });
  expect(Object.keys(items[0]?.json ?? {})).toContain("__proto__");
  expect("polluted" in {}).toBe(false);
  expect("polluted" in (items[0]?.json ?? {})).toBe(false);
});
