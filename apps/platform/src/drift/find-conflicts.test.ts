import { expect, test } from "vitest";
import { choice, group } from "../normal-form/catalog-fixture.test-kit.ts";
import type { JsonObject } from "../normal-form/json-value.ts";
import { findDrift } from "./find-drift.ts";
import { catalogPolicy, tenantOf, toGroup, unreadable } from "./tenant.test-kit.ts";

function conflicts(...policies: readonly ReturnType<typeof catalogPolicy>[]) {
  const current = tenantOf(policies);
  const { findings } = findDrift({ environmentId: "e", baseline: null, current, pins: [] });
  return findings
    .filter(({ kind }) => kind === "setting_conflict")
    .map((one) => [one.policy, one.other_policy, one.path, one.expected, one.found]);
}

function setting(name: string, option: string, more: JsonObject = {}) {
  return catalogPolicy(name, [choice("a", option)], more);
}

test("two policies that reach someone and set one thing to two values are in conflict", () => {
  expect(conflicts(setting("A", "1"), setting("B", "0"))).toEqual([["A", "B", "a", "a_0", "a_1"]]);
});

test("each policy that differs from what most of them set is named", () => {
  expect(
    conflicts(setting("A", "1"), setting("B", "0"), setting("C", "0"), setting("D", "2")),
  ).toEqual([
    ["A", "B", "a", "a_0", "a_1"],
    ["D", "B", "a", "a_0", "a_2"],
  ]);
});

test("a policy that reaches nobody, or of which that is not known, is in no conflict", () => {
  expect(conflicts(setting("A", "1", { assignments: [] }), setting("B", "0"))).toEqual([]);
  expect(conflicts(setting("A", "1", { assignments: null }), setting("B", "0"))).toEqual([]);
  const excluded = { assignments: [toGroup("g", "exclusionGroupAssignmentTarget")] };
  expect(conflicts(setting("A", "1", excluded), setting("B", "0"))).toEqual([]);
});

test("entries of two lists have nothing to do with each other", () => {
  const rules = (name: string, option: string) =>
    catalogPolicy(name, [group("rules", [[choice("a", option)], [choice("a", option)]])]);
  expect(conflicts(rules("A", "1"), rules("B", "0"))).toEqual([]);
});

test("without a baseline only what contradicts itself or could not be read is found", () => {
  const current = tenantOf(
    [setting("A", "1"), setting("B", "0"), unreadable("C"), setting("D", "1", { settingCount: 3 })],
    [{ type: "windowsDriverUpdateProfiles", status: "unlicensed", reason: "r" }],
  );
  const report = findDrift({ environmentId: "e", baseline: null, current, pins: [] });
  expect([...new Set(report.findings.map(({ kind }) => kind))].sort()).toEqual([
    "incomplete",
    "not_assessed",
    "setting_conflict",
    "unreadable",
  ]);
  expect(new Set(report.policies.map(({ standing }) => standing))).toEqual(
    new Set(["not_assessed"]),
  );
});
