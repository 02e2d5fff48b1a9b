import { expect, test } from "vitest";
import { contentLeaves } from "./content-leaves.ts";

test("the values of a conditional access policy are told by the names above them", () => {
  const leaves = contentLeaves("conditionalAccessPolicies", {
    "@odata.type": "#microsoft.graph.conditionalAccessPolicy",
    state: "enabled",
    conditions: { users: { includeUsers: ["b", "a"] }, locations: null },
    grantControls: { authenticationStrength: { id: "strong", displayName: "MFA" } },
  });
  expect(leaves.map(({ path, value }) => [path, value])).toEqual([
    ["conditions/users/includeUsers", ["a", "b"]],
    ["grantControls/authenticationStrength/displayName", "MFA"],
    ["grantControls/authenticationStrength/id", "strong"],
    ["state", "enabled"],
  ]);
});

test("a nested id outside of conditional access is the server's and no value", () => {
  const leaves = contentLeaves("deviceCompliancePolicies", {
    scheduledActionsForRule: [{ id: "1", ruleName: "block" }],
  });
  expect(leaves.map(({ path }) => path)).toEqual(["scheduledActionsForRule/ruleName"]);
});

test("the place of an object in a list is named only where there are several", () => {
  const leaves = contentLeaves("deviceConfigurations", {
    one: [{ a: 1 }],
    two: [{ a: 1 }, { a: 2 }],
    none: [],
  });
  expect(leaves.map(({ path, value }) => [path, value])).toEqual([
    ["one/a", 1],
    ["two[0]/a", 1],
    ["two[1]/a", 2],
  ]);
});

test("settings and properties of a catalog policy are told apart", () => {
  const leaves = contentLeaves("configurationPolicies", {
    platforms: "windows10",
    settings: [
      {
        settingInstance: {
          "@odata.type": "#microsoft.graph.deviceManagementConfigurationSimpleSettingInstance",
          settingDefinitionId: "minutes",
          simpleSettingValue: { value: 5 },
        },
      },
    ],
  });
  expect(leaves.map(({ kind, path, value }) => [kind, path, value])).toEqual([
    ["setting", "minutes", 5],
    ["property", "platforms", "windows10"],
  ]);
});
