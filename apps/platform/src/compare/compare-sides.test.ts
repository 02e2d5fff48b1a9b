import { symlink } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import {
  choice,
  group,
  policy,
  withFullMetadata,
} from "../normal-form/catalog-fixture.test-kit.ts";
import type { JsonObject } from "../normal-form/json-value.ts";
import { temporaryFolder, utf16le } from "../provider/temporary-folder.test-kit.ts";
import { catalog, comparedJson } from "./exports.test-kit.ts";

const FOLDER = "SettingsCatalog";
const BITLOCKER = catalog("Win - BitLocker - v3.6", ["encrypt=on"]);
const CORRUPT = utf16le('{"name":').swap16();

const access = (displayName: string, more: JsonObject = {}) => ({
  "@odata.type": "#microsoft.graph.conditionalAccessPolicy",
  id: `id of ${displayName}`,
  displayName,
  state: "enabled",
  conditions: { users: { includeUsers: ["All"] } },
  ...more,
});

test("a corrupt file is one unreadable policy, and only the others are removed", async () => {
  const gone = ["A", "B", "C", "D"].map((name) => [
    `${FOLDER}/${name}.json`,
    catalog(name, [`${name}=1`]),
  ]);
  const kept = { [`${FOLDER}/Kept.json`]: catalog("Kept", ["kept=1"]) };
  const found = await comparedJson(
    { ...kept, ...Object.fromEntries(gone), [`${FOLDER}/Win - BitLocker - v3.6.json`]: BITLOCKER },
    { ...kept, [`${FOLDER}/Win - BitLocker - v3.7.json`]: CORRUPT },
  );
  expect(found.policies).toMatchObject({ matched: 1, removed: ["A", "B", "C", "D"], added: [] });
  expect(found.current).toMatchObject({
    files: 2,
    readable: 1,
    unreadable: [{ file: `${FOLDER}/Win - BitLocker - v3.7.json`, reason: "not_json" }],
  });
});

test("a policy that is unreadable in the baseline is not added", async () => {
  const found = await comparedJson(
    { "a.json": catalog("A", []), "Win - BitLocker.json": "" },
    { "a.json": catalog("A", []), "b.json": BITLOCKER, "c.json": catalog("C", ["c=1"]) },
  );
  expect(found.policies).toMatchObject({ added: ["C"], removed: [], renamed: [] });
});

test("a file of which the folder says another type hides no policy of its name, unless it lies at its path", async () => {
  const baseline = {
    "SettingsCatalog/A.json": catalog("A", ["a=1"]),
    "SettingsCatalog/odd.json": access("B"),
  };
  const found = await comparedJson(baseline, {
    "SettingsCatalog/kept.json": catalog("Kept", []),
    "ConditionalAccess/A.json": "{",
    "SettingsCatalog/odd.json": "{",
  });
  expect(found.policies.removed).toEqual(["A"]);
});

test("a name that no file can bear is found by how tools spell it", async () => {
  const found = await comparedJson(
    { "one.json": catalog("Win: A/B", ["a=1"]), "two.json": catalog("Mac: C", ["c=1"]) },
    { "kept.json": catalog("Kept", []), "Win AB.json": "{", "Mac_ C.json": "{" },
  );
  expect(found.policies.removed).toEqual([]);
});

test("a policy may be in an unreadable file that is called like its own file", async () => {
  const found = await comparedJson(
    { "SettingsCatalog/abc.json": catalog("B", ["b=1"]) },
    { "SettingsCatalog/kept.json": catalog("Kept", []), "SettingsCatalog/below/abc.json": "{" },
  );
  expect(found.policies.removed).toEqual([]);
});

test("nothing of a type is removed where its folder could not be read, or the export says so", async () => {
  const baseline = {
    "SettingsCatalog/A.json": catalog("A", ["a=1"]),
    "ConditionalAccess/B.json": access("B"),
    "Groups/C.json": { "@odata.type": "#microsoft.graph.group", displayName: "C" },
  };
  const marker = { schema: 1, types: [{ type: "SettingsCatalog", status: "failed" }] };
  const found = await comparedJson(baseline, {
    "Groups/C.json": baseline["Groups/C.json"],
    "_coverage.json": marker,
  });
  expect(found.policies).toMatchObject({ matched: 1, removed: ["B"] });
});

test("what lies behind a link that leads nowhere may be anything of its folder's type, or anything at all", async () => {
  const baseline = {
    "SettingsCatalog/A.json": catalog("A", ["a=1"]),
    "ConditionalAccess/B.json": access("B"),
    "Groups/C.json": { "@odata.type": "#microsoft.graph.group", displayName: "C" },
  };
  await using current = await temporaryFolder();
  await current.write("Groups/C.json", baseline["Groups/C.json"]);
  await symlink("nowhere", path.join(current.root, "SettingsCatalog"));
  expect((await comparedJson(baseline, current.root)).policies.removed).toEqual(["B"]);
  await symlink("nowhere", path.join(current.root, "latest"));
  const found = await comparedJson(baseline, current.root);
  expect(found.policies).toMatchObject({ matched: 1, removed: [] });
  expect(found.current).toMatchObject({ files: 3, readable: 1 });
});

test("names are compared without version, letter case, white space and composition", async () => {
  const found = await comparedJson(
    { "a.json": catalog("Caf\u00e9 - Firewall - v3.1", ["a=1"]) },
    { "b.json": catalog("CAFE\u0301  - firewall (Deprecated)", ["a=1"]) },
  );
  expect(found.policies).toMatchObject({ matched: 1, unchanged: 1 });
});

test("policies of one name and two types are two policies", async () => {
  const found = await comparedJson(
    { "a.json": catalog("Same", ["a=1"]), "b.json": access("Same") },
    { "b.json": access("Same") },
  );
  expect(found.policies).toMatchObject({ matched: 1, removed: ["Same"], ambiguous: [] });
});

test.each([
  ["once", { "c.json": catalog("TWICE", ["a=1"]) }],
  ["not at all", {}],
])(
  "a name that stands twice here and %s there is ambiguous: nothing is said to be gone or new",
  async (_, there) => {
    const kept = { "k.json": catalog("Kept", ["k=1"]) };
    const here = { "a.json": catalog("Twice", ["a=1"]), "b.json": catalog("twice", ["b=1"]) };
    const away = await comparedJson({ ...kept, ...here }, { ...kept, ...there });
    const back = await comparedJson({ ...kept, ...there }, { ...kept, ...here });
    for (const { policies, moved } of [away, back]) {
      expect(policies).toMatchObject({ matched: 1, added: [], removed: [], renamed: [] });
      expect(policies.ambiguous).toEqual([["configurationPolicies", "twice"]]);
      expect(moved).toEqual([]);
    }
  },
);

test("a renamed policy is neither added nor removed, and what only it had is not moved", async () => {
  const found = await comparedJson(
    { "a.json": catalog("Old", ["a=1"]), "b.json": catalog("Gone", ["b=1"]) },
    { "a.json": catalog("New", ["a=1"]), "b.json": catalog("Come", ["b=2"]) },
  );
  expect(found.policies).toMatchObject({
    renamed: [{ from: "Old", to: "New" }],
    added: ["Come"],
    removed: ["Gone"],
  });
  expect(found.moved).toEqual([]);
});

test("of two copies that were both renamed none is a rename, since which is which cannot be said", async () => {
  const found = await comparedJson(
    { "a.json": catalog("A", ["a=1"]), "b.json": catalog("B", ["a=1"]) },
    { "c.json": catalog("C", ["a=1"]), "d.json": catalog("D", ["a=1"]) },
  );
  expect(found.policies).toMatchObject({ renamed: [], added: ["C", "D"], removed: ["A", "B"] });
});

test("a policy that may be in an unreadable file was not renamed to its copy", async () => {
  const found = await comparedJson(
    { "A.json": catalog("A", ["a=1"]) },
    { "A.json": "{", "B.json": catalog("B", ["a=1"]) },
  );
  expect(found.policies).toMatchObject({ renamed: [], added: ["B"], removed: [] });
  expect(found.moved).toEqual([]);
});

test("a setting is moved where its values stand in other policies, whatever their number", async () => {
  const found = await comparedJson(
    {
      "a.json": catalog("A", ["a=1", "x=1", "y=1"]),
      "b.json": catalog("B", ["b=1", "x=2"]),
      "c.json": catalog("C", ["c=1"]),
    },
    {
      "a.json": catalog("A", ["a=1"]),
      "b.json": catalog("B", ["b=1"]),
      "c.json": catalog("C", ["c=1", "x=2", "y=9"]),
      "d.json": catalog("D", ["x=1"]),
    },
  );
  // Both values of x are still there, in policies that had none of them; y has another value.
  expect(found.moved).toEqual([{ path: "x", from: "A, B", to: "C, D" }]);
  expect(found.leaves).toEqual({ added: 2, removed: 3, changed: 0 });
});

test("two policies of equal content and different types are no rename", async () => {
  const bare = { id: "one", passwordRequired: true };
  const found = await comparedJson(
    {
      "DeviceConfiguration/a.json": {
        ...bare,
        "@odata.type": "#microsoft.graph.windows10GeneralConfiguration",
        displayName: "A",
      },
    },
    {
      "CompliancePolicies/b.json": {
        ...bare,
        "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
        displayName: "B",
      },
    },
  );
  expect(found.policies).toMatchObject({ renamed: [], removed: ["A"], added: ["B"] });
});

test("a setting and a property of one path are two values", async () => {
  const both = { "a.json": { ...catalog("A", ["x=1"]), x: "another" } };
  const same = await comparedJson(both, both);
  expect(same.policies).toMatchObject({ unchanged: 1, changed: [] });
});

test("a property that another policy has now is no setting that moved", async () => {
  const [old, young] = [catalog("A", ["x=1"]), catalog("B", ["y=1"])];
  const found = await comparedJson(
    { "a.json": { ...old, platforms: "macOS" } },
    { "b.json": { ...young, platforms: "macOS" } },
  );
  expect(found.policies).toMatchObject({ removed: ["A"], added: ["B"] });
  expect(found.moved).toEqual([]);
});

test("a setting that stays in one of its policies is not moved", async () => {
  const found = await comparedJson(
    { "a.json": catalog("A", ["x=1"]), "b.json": catalog("B", ["x=1", "b=1"]) },
    { "a.json": catalog("A", ["x=1"]), "c.json": catalog("C", ["x=1"]) },
  );
  expect(found.moved).toEqual([]);
});

test("assignments, dates, ids and notes of the server are no content; scope tags are", async () => {
  const changed = await comparedJson(
    { "a.json": catalog("A", ["a=1"]), "b.json": catalog("B", ["b=1"]) },
    {
      "a.json": catalog("A", ["a=1"], {
        id: "another",
        description: "another",
        assignments: [{ target: { groupId: "g" } }],
        lastModifiedDateTime: "2026-01-01T00:00:00Z",
        "settings@odata.context": "x",
      }),
      "b.json": catalog("B", ["b=1"], { roleScopeTagIds: ["0", "7"] }),
    },
  );
  expect(changed.policies.changed).toEqual([
    { name: "B", leaves_added: 0, leaves_removed: 0, leaves_changed: 1 },
  ]);
});

test("in conditional access a nested id says what is meant; elsewhere it is the server's", async () => {
  const strength = (id: string) => ({ grantControls: { authenticationStrength: { id } } });
  const rule = (id: string) => ({
    "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
    displayName: "C",
    scheduledActionsForRule: [{ id, ruleName: "block" }],
  });
  const found = await comparedJson(
    { "a.json": access("A", strength("1")), "c.json": rule("1") },
    { "a.json": access("A", strength("2")), "c.json": rule("2") },
  );
  expect(found.policies).toMatchObject({
    unchanged: 1,
    changed: [{ name: "A", leaves_changed: 1 }],
  });
});

test("nulls, empty lists and empty objects are nothing, at every depth", async () => {
  const empty = group("g", []);
  const found = await comparedJson(
    {
      "a.json": policy([choice("a", "1"), empty], { name: "A" }),
      "b.json": access("B", { sessionControls: null, templateId: null, devices: { filter: {} } }),
    },
    { "a.json": policy([choice("a", "1")], { name: "A" }), "b.json": access("B") },
  );
  expect(found.policies).toMatchObject({ unchanged: 2, changed: [] });
  expect(found.baseline).toMatchObject({ catalog_settings: 2, catalog_leaves: 1 });
});

test("an export with full metadata in UTF-16 equals a minimal one in UTF-8", async () => {
  const nested = group("g", [[choice("g_a", "1")], [choice("g_a", "2", [choice("g_b", "3")])]]);
  const minimal = policy([choice("a", "1", [choice("b", "2")]), nested], { name: "A" });
  const full = withFullMetadata({
    ...minimal,
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
    assignments: [],
  });
  const found = await comparedJson(
    { "Contoso/SettingsCatalog/A.json": utf16le(JSON.stringify(full)) },
    { "A.json": minimal },
  );
  expect(found.policies).toMatchObject({ matched: 1, unchanged: 1 });
  expect(found.baseline.catalog_leaves).toBe(5);
});

test("an id that objects share is told, whatever their types and names", async () => {
  const found = await comparedJson(
    {
      "a.json": catalog("B", [], { id: "1" }),
      "b.json": catalog("A", [], { id: "1" }),
      "c.json": access("C", { id: "1" }),
      "d.json": catalog("D", [], { id: null }),
    },
    { "a.json": catalog("A", []) },
  );
  expect(found.baseline).toMatchObject({
    duplicate_ids: [{ id: "1", names: ["A", "B", "C"] }],
    without_id: 1,
  });
});
