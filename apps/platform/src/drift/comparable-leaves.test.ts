import { expect, test } from "vitest";
import { choice, policy, simple } from "../normal-form/catalog-fixture.test-kit.ts";
import { contentOf } from "../normal-form/content-of.ts";
import type { JsonObject } from "../normal-form/json-value.ts";
import { comparableLeaves, shownValue } from "./comparable-leaves.ts";

function shown(type: string, json: JsonObject) {
  return comparableLeaves(type, contentOf({ type, json })).map((leaf) => [
    leaf.path,
    shownValue(leaf),
  ]);
}

test("a secret setting is shown as (secret), and two secrets are told apart by their hashes", () => {
  const leafOf = (text: string) =>
    comparableLeaves("configurationPolicies", policy([simple("key", text, "Secret")])).find(
      ({ path }) => path === "key",
    );
  const [one, other] = [leafOf("one"), leafOf("other")];
  expect(shownValue(one)).toBe("(secret)");
  expect(one?.value).toMatch(/^secret1:[0-9a-f]{64}$/);
  expect(one?.value).not.toBe(other?.value);
  expect(leafOf("one")).toEqual(one);
});

test("properties that hold a secret as plain text are hidden, those about secrets are not", () => {
  const type = "deviceConfigurations";
  const json = {
    preSharedKey: "hunter2",
    passwordRequired: true,
    passwordMinimumLength: 8,
    omaSettings: [{ omaUri: "./a", secretReferenceValueId: "r1" }],
  };
  expect(shown(type, json)).toEqual([
    ["omaSettings/omaUri", "./a"],
    ["omaSettings/secretReferenceValueId", "(secret)"],
    ["passwordMinimumLength", 8],
    ["passwordRequired", true],
    ["preSharedKey", "(secret)"],
  ]);
});

test("an instance of an unknown kind that holds a secret is hidden as a whole", () => {
  const unknown = {
    "@odata.type": "#microsoft.graph.somethingNewInstance",
    settingDefinitionId: "vault",
    newValue: {
      "@odata.type": "#microsoft.graph.deviceManagementConfigurationSecretSettingValue",
      value: "hunter2",
    },
  };
  const leaves = shown("configurationPolicies", policy([unknown, choice("a", "1")]));
  expect(leaves).toContainEqual(["vault", "(secret)"]);
  expect(JSON.stringify(leaves)).not.toContain("hunter2");
});

test("two kinds of policy under one name differ in their kind", () => {
  const ring = { "@odata.type": "#microsoft.graph.windowsUpdateForBusinessConfiguration" };
  expect(shown("deviceConfigurations", ring)).toEqual([
    ["@odata.type", "#microsoft.graph.windowsUpdateForBusinessConfiguration"],
  ]);
});

test("whom conditional access reaches is no setting", () => {
  const json = { state: "enabled", conditions: { users: { includeUsers: ["All"] } } };
  expect(shown("conditionalAccessPolicies", json)).toEqual([["state", "enabled"]]);
});
