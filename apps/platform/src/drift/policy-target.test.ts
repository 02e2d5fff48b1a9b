import { expect, test } from "vitest";
import type { JsonObject } from "../normal-form/json-value.ts";
import { targetsOf } from "./policy-target.ts";
import { EVERY_DEVICE, toGroup } from "./tenant.test-kit.ts";

const TYPE = "configurationPolicies";

test("each target has one label, whatever the order of the export", () => {
  const assignment = [
    toGroup("b"),
    ...EVERY_DEVICE,
    toGroup("a", "exclusionGroupAssignmentTarget"),
  ];
  const labels = ["all-devices", "exclude:a", "include:b"];
  expect(targetsOf({ type: TYPE, content: {}, assignment })).toEqual(labels);
  expect(targetsOf({ type: TYPE, content: {}, assignment: assignment.toReversed() })).toEqual(
    labels,
  );
});

test("a filter and an intent make another target of it", () => {
  const { target } = toGroup("g");
  const filtered = {
    ...target,
    deviceAndAppManagementAssignmentFilterId: "f",
    deviceAndAppManagementAssignmentFilterType: "exclude",
  };
  const assignment = [{ target: filtered }, { target, intent: "required" }];
  expect(targetsOf({ type: TYPE, content: {}, assignment })).toEqual([
    "include:g filter:exclude:f",
    "include:g intent:required",
  ]);
});

test("what an export writes in a form of its own is kept as it is", () => {
  const assignment = [{ groupName: "Pilot", groupType: "StaticMembership" }];
  expect(targetsOf({ type: TYPE, content: {}, assignment })).toEqual([
    '{"groupName":"Pilot","groupType":"StaticMembership"}',
  ]);
});

test("conditional access says in its conditions whom it reaches, and None is nobody", () => {
  const type = "conditionalAccessPolicies";
  const reach = (users: JsonObject) =>
    targetsOf({ type, content: { conditions: { users } }, assignment: null });
  expect(reach({ includeUsers: ["All"], excludeGroups: ["g"], includeRoles: ["r"] })).toEqual([
    "all-users",
    "exclude:g",
    "include-roles:r",
  ]);
  expect(reach({ includeUsers: ["None"] })).toEqual([]);
});

test("an export that lists no assignments says nothing of them", () => {
  expect(targetsOf({ type: TYPE, content: {}, assignment: null })).toBeNull();
  expect(targetsOf({ type: TYPE, content: {}, assignment: [] })).toEqual([]);
});
