import { expect, test } from "vitest";
import { choice, simple } from "../normal-form/catalog-fixture.test-kit.ts";
import { changesBetween } from "./changes-between.ts";
import type { ReadMonth } from "./demo-month.test-kit.ts";
import { accessPolicy, catalogPolicy, tenantOf, toGroup, unreadable } from "./tenant.test-kit.ts";

function changes(before: ReadMonth, now: ReadMonth) {
  return changesBetween(before, now).map((one) => [one.kind, one.policy, one.before, one.after]);
}

const A = catalogPolicy("A", [choice("a", "1"), choice("x", "1")]);
const B = catalogPolicy("B", [choice("b", "1")]);

test("the same policies in another order, saved anew, have not changed", () => {
  const saved = catalogPolicy("A", [choice("x", "1"), choice("a", "1")], {
    lastModifiedDateTime: "2026-05-01T00:00:00Z",
    version: 7,
  });
  expect(changes(tenantOf([A, B]), tenantOf([B, saved]))).toEqual([]);
});

test("a policy made again under its name is recreated, neither removed nor added", () => {
  const again = catalogPolicy("A", [choice("a", "1"), choice("x", "1")], { id: "new" });
  expect(changes(tenantOf([A]), tenantOf([again]))).toEqual([
    ["policy_recreated", "A", A.providerId, "new"],
  ]);
});

test("a policy with its id under another name is renamed, whatever else was changed in it", () => {
  const renamed = catalogPolicy("Z", [choice("a", "0"), choice("x", "1")], { id: A.providerId });
  expect(changes(tenantOf([A]), tenantOf([renamed]))).toEqual([
    ["policy_renamed", "Z", "A", "Z"],
    ["setting_changed", "Z", "a_1", "a_0"],
  ]);
});

test("what became unreadable is not removed, and what is readable again is not added", () => {
  const [readable, spoilt] = [tenantOf([A, B]), tenantOf([unreadable("A"), B])];
  expect(changes(readable, spoilt)).toEqual([["became_unreadable", "A", null, null]]);
  expect(changes(spoilt, readable)).toEqual([["readable_again", "A", null, null]]);
  expect(changes(spoilt, spoilt)).toEqual([]);
});

test("while a file of its type cannot be read, no policy is called removed or added", () => {
  const [whole, spoilt] = [tenantOf([A, B]), tenantOf([B, unreadable("C")])];
  expect(changes(whole, spoilt)).toEqual([["became_unreadable", "C", null, null]]);
  expect(changes(spoilt, whole)).toEqual([]);
});

test("a type that is no longer shown has lost no policies that anybody knows of", () => {
  const unlicensed = { type: "configurationPolicies", status: "unlicensed", reason: "r" } as const;
  expect(changes(tenantOf([A]), tenantOf([], [unlicensed]))).toEqual([]);
});

test("a policy that is gone and one that came are told as such", () => {
  const C = catalogPolicy("C", [choice("c", "1")]);
  expect(changes(tenantOf([A, B]), tenantOf([A, C]))).toEqual([
    ["policy_removed", "B", null, null],
    ["policy_added", "C", null, null],
  ]);
});

test("a copy of a file with the same id is no new policy", () => {
  const copy = catalogPolicy("B - Copy", [choice("b", "1")], { id: B.providerId });
  const [once, twice] = [tenantOf([A, B]), tenantOf([A, B, copy])];
  expect(changes(once, twice)).toEqual([]);
  expect(changes(twice, once)).toEqual([]);
});

test("a policy whose name two others bear now is neither removed nor are they added", () => {
  const other = (id: string) => catalogPolicy("A", [choice("a", id)], { id });
  expect(changes(tenantOf([A]), tenantOf([other("2"), other("3")]))).toEqual([]);
});

test("a setting with its value in another policy has moved", () => {
  const less = catalogPolicy("A", [choice("a", "1")]);
  const more = catalogPolicy("B", [choice("b", "1"), choice("x", "1")]);
  const [moved, ...others] = changesBetween(tenantOf([A, B]), tenantOf([less, more]));
  expect(others).toEqual([]);
  expect(moved).toMatchObject({ kind: "setting_moved", policy: "A", other_policy: "B", path: "x" });
});

test("no setting is said to have moved while a policy that has it cannot be read on one side", () => {
  const C = catalogPolicy("C", [choice("x", "1")]);
  const less = catalogPolicy("A", [choice("a", "1")]);
  const more = catalogPolicy("B", [choice("b", "1"), choice("x", "1")]);
  const told = (before: ReadMonth, now: ReadMonth) => changes(before, now).map(([kind]) => kind);
  const spoilt = tenantOf([less, more, unreadable("C")]);
  expect(told(tenantOf([A, B, C]), spoilt)).toEqual([
    "setting_removed",
    "setting_added",
    "became_unreadable",
  ]);
  const readable = tenantOf([less, more, C]);
  expect(told(tenantOf([A, B, unreadable("C")]), readable)).toEqual([
    "setting_removed",
    "setting_added",
    "readable_again",
  ]);
});

test("of a policy that was read in part no setting is called removed or added", () => {
  const part = catalogPolicy("A", [choice("a", "0")], { settingCount: 2 });
  expect(changes(tenantOf([A]), tenantOf([part]))).toEqual([
    ["setting_changed", "A", "a_1", "a_0"],
  ]);
  expect(changes(tenantOf([part]), tenantOf([A]))).toEqual([
    ["setting_changed", "A", "a_0", "a_1"],
  ]);
});

test("assignment and state are told apart from settings, and a secret is never shown", () => {
  const wifi = (text: string, group: string) =>
    catalogPolicy("W", [simple("key", text, "Secret")], { assignments: [toGroup(group)] });
  const before = tenantOf([wifi("old secret", "g1"), accessPolicy("MFA")]);
  const now = tenantOf([wifi("new secret", "g2"), accessPolicy("MFA", { state: "disabled" })]);
  expect(changes(before, now)).toEqual([
    ["state_changed", "MFA", "enabled", "disabled"],
    ["assignment_changed", "W", ["include:g1"], ["include:g2"]],
    ["setting_changed", "W", "(secret)", "(secret)"],
  ]);
});
