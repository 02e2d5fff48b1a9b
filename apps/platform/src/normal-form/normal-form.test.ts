import { expect, test } from "vitest";
import { choice, group, policy, simple, withFullMetadata } from "./catalog-fixture.test-kit.ts";
import type { JsonObject } from "./json-value.ts";
import { normalForm } from "./normal-form.ts";

const catalog = (json: JsonObject) => normalForm({ type: "configurationPolicies", json });
const access = (json: JsonObject) => normalForm({ type: "conditionalAccessPolicies", json });

const typed = (type: string) =>
  normalForm({ type: "deviceConfigurations", json: { "@odata.type": type } }).contentHash;
const users = (...excludeUsers: string[]) => access({ conditions: { users: { excludeUsers } } });
const tenants = (kind: string) =>
  access({ externalTenants: { "@odata.type": `#microsoft.graph.conditionalAccess${kind}` } });
const scheduled = (...ids: string[]) =>
  normalForm({
    type: "deviceCompliancePolicies",
    json: {
      "@odata.type": "#microsoft.graph.macOSCompliancePolicy",
      scheduledActionsForRule: [
        {
          id: ids.join("-"),
          ruleName: null,
          scheduledActionConfigurations: ids.map((id) => ({ id, actionType: id.slice(0, 1) })),
        },
      ],
    },
  }).contentHash;

test("a policy in full and in minimal metadata has one content", () => {
  const json = policy([
    choice("fw", "1", [simple("port", 443)]),
    group("rules", [[simple("a", 1)]]),
  ]);
  const full = withFullMetadata(json) as JsonObject;
  const exported = {
    "@odata.context": "https://graph.microsoft.com/beta/$metadata#x",
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
    "@odata.id": "x",
    "@odata.editLink": "x",
    "settings@odata.navigationLink": "x",
    "#microsoft.graph.assign": {},
    "@microsoft.graph.tips": "x",
    ...full,
  };
  expect(catalog(exported).contentHash).toBe(catalog(json).contentHash);
  expect(catalog(exported).metaHash).toBe(catalog(json).metaHash);
});

test("null, an absent property and an empty list are one; an empty text is not", () => {
  const base = { "@odata.type": "#x", state: "enabled" };
  const form = access({ ...base, sessionControls: null, includeUsers: [], other: [null, []] });
  expect(form.contentHash).toBe(access(base).contentHash);
  expect(access({ ...base, text: "" }).contentHash).not.toBe(access(base).contentHash);
});

test("the type of a policy outside the settings catalog is content", () => {
  expect(typed("#microsoft.graph.a")).not.toBe(typed("#microsoft.graph.b"));
  expect(catalog({ "@odata.type": "#microsoft.graph.a" }).content).toEqual({});
});

test("who is included in conditional access is a set, in any order", () => {
  expect(users("b", "a").contentHash).toBe(users("a", "b").contentHash);
  expect(users("b", "a").contentHash).not.toBe(users("a").contentHash);
});

test("all outside tenants and a list of them are not the same", () => {
  expect(tenants("AllExternalTenants").contentHash).not.toBe(
    tenants("EnumeratedExternalTenants").contentHash,
  );
});

test("a new name is not a change of content", () => {
  const before = catalog(policy([simple("a", 1)]));
  const after = catalog(policy([simple("a", 1)], { name: "New", description: "New" }));
  expect(after.contentHash).toBe(before.contentHash);
  expect(after.metaHash).not.toBe(before.metaHash);
  expect(after.meta).toEqual({ name: "New", description: "New", scopeTags: ["0"] });
});

test("what employees see in a branding profile is content, not its name", () => {
  const json = { profileName: "Default", displayName: "Contoso" };
  const form = normalForm({ type: "intuneBrandingProfiles", json });
  expect(form.meta.name).toBe("Default");
  expect(form.content).toEqual({ displayName: "Contoso" });
});

const target = (groupId: string, kind = "group") => ({
  id: `${groupId}_made_by_server`,
  sourceId: "x",
  source: "direct",
  target: { "@odata.type": `#microsoft.graph.${kind}AssignmentTarget`, groupId },
});

test("assignments are apart from content, a set, and without their own ids", () => {
  const one = catalog(policy([], { assignments: [target("a"), target("b")] }));
  const two = catalog(
    policy([], { assignments: [{ ...target("b"), id: "other" }, target("a")], id: "other" }),
  );
  expect(two.assignmentHash).toBe(one.assignmentHash);
  expect(two.contentHash).toBe(catalog(policy([])).contentHash);
});

test("to include a group and to exclude it are two assignments", () => {
  const include = catalog({ assignments: [target("a")] });
  const exclude = catalog({ assignments: [target("a", "exclusionGroup")] });
  expect(exclude.assignmentHash).not.toBe(include.assignmentHash);
});

test("a file without assignments does not say that there are none", () => {
  expect(catalog(policy([])).assignment).toEqual({ listed: false, targets: [] });
  expect(catalog(policy([], { assignments: [] })).assignment.listed).toBe(true);
});

test("scheduled actions are compared without the ids and the order of the server", () => {
  expect(scheduled("block-1", "notify-2")).toBe(scheduled("notify-3", "block-4"));
  expect(scheduled("block-1")).not.toBe(scheduled("notify-1"));
});

test("declared and found settings are counted for catalog policies alone", () => {
  expect(catalog(policy([simple("a", 1)], { settingCount: 2 }))).toMatchObject({
    declaredSettings: 2,
    actualSettings: 1,
  });
  expect(catalog({ settingCount: 3 })).toMatchObject({ declaredSettings: 3, actualSettings: 0 });
  expect(access({ settingCount: 3 })).toMatchObject({
    declaredSettings: null,
    actualSettings: null,
    catalogLeaves: null,
  });
});

test("a key named __proto__ is content like any other and changes nothing else", () => {
  const json = JSON.parse('{"state":"on","__proto__":{"polluted":true}}') as JsonObject;
  const form = access(json);
  expect(Object.keys(form.content)).toContain("__proto__");
  expect(form.contentHash).not.toBe(access({ state: "on" }).contentHash);
  expect("polluted" in {}).toBe(false);
});

test("a conditional access policy is the same with and without full metadata", () => {
  const bare = { displayName: "MFA", state: "enabled" };
  const full = { "@odata.type": "#microsoft.graph.conditionalAccessPolicy", ...bare };
  const contents = [bare, full].map((json) => {
    return normalForm({ type: "conditionalAccessPolicies", json }).contentHash;
  });
  expect(contents[0]).toBe(contents[1]);
});
