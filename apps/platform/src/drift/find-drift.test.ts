import { expect, test } from "vitest";
import type { BaselineRules } from "../baseline/baseline-content-of.ts";
import type { Pin } from "../baseline/pin.ts";
import { choice, simple } from "../normal-form/catalog-fixture.test-kit.ts";
import { EXACT_WITH_ASSIGNMENTS, type ReadMonth, versionOf } from "./demo-month.test-kit.ts";
import type { DriftFinding } from "./drift-finding.ts";
import { findDrift } from "./find-drift.ts";
import { accessPolicy, catalogPolicy, tenantOf, toGroup, unreadable } from "./tenant.test-kit.ts";

const PUA = "device_vendor_msft_policy_config_defender_puaprotection";
const FIREWALL = tenantOf([catalogPolicy("Firewall", [choice("a", "1"), choice("b", "1")])]);

interface Comparison {
  readonly rules?: Partial<BaselineRules>;
  readonly pins?: readonly Pin[];
}

function compare(
  expected: ReadMonth,
  found: ReadMonth,
  { rules = {}, pins = [] }: Comparison = {},
) {
  const baseline = versionOf(expected, { ...EXACT_WITH_ASSIGNMENTS, ...rules });
  return findDrift({ environmentId: "e", baseline, current: found, pins });
}

function brief({ kind, policy, path, expected, found }: DriftFinding) {
  return [kind, policy, path, expected, found];
}

function found(expected: ReadMonth, current: ReadMonth, comparison: Comparison = {}) {
  return compare(expected, current, comparison).findings.map(brief);
}

function pin(name: string, providerId: string): Pin {
  const type = "configurationPolicies";
  return { type, matchKey: name, providerId, pinnedBy: "ann", pinnedAt: new Date(0) };
}

test("a policy that is gone is missing where its type was covered completely", () => {
  const other = catalogPolicy("Other", [choice("z", "1")]);
  const both = tenantOf([catalogPolicy("Firewall", [choice("a", "1")]), other]);
  expect(found(both, tenantOf([other]))).toEqual([
    ["missing_policy", "Firewall", null, null, null],
  ]);
});

test("nothing is called missing while one file of its type could not be read", () => {
  const kinds = compare(FIREWALL, tenantOf([unreadable("Something else")])).findings.map(
    ({ kind, policy }) => [kind, policy],
  );
  expect(kinds).toContainEqual(["not_assessed", "Firewall"]);
  expect(kinds).toContainEqual(["unreadable", "Something else"]);
  expect(kinds.map(([kind]) => kind)).not.toContain("missing_policy");
});

test("a type that the export does not show at all is not assessed", () => {
  const current = tenantOf(
    [],
    [{ type: "configurationPolicies", status: "unlicensed", reason: "r" }],
  );
  expect(compare(FIREWALL, current).policies.map(({ standing }) => standing)).toEqual([
    "not_assessed",
  ]);
  expect(found(FIREWALL, tenantOf([]))).toEqual([["not_assessed", "Firewall", null, null, null]]);
});

test("a policy that could not be read is unreadable under the key of its expectation", () => {
  const report = compare(FIREWALL, tenantOf([unreadable("Firewall")]));
  const own = report.findings.filter(({ kind }) => kind === "unreadable");
  expect(own.map(({ match_key }) => match_key)).toEqual(["firewall"]);
  expect(report.policies.map(({ standing }) => standing)).toEqual(["not_assessed"]);
});

test("a policy that was read in part is incomplete, and none of its settings is called missing", () => {
  const part = catalogPolicy("Firewall", [choice("a", "1")], { settingCount: 2 });
  const kinds = compare(FIREWALL, tenantOf([part])).findings.map(brief);
  expect(kinds).toContainEqual(["incomplete", "Firewall", null, 2, 1]);
  expect(kinds.map(([kind]) => kind)).not.toContain("setting_missing");
});

test("two policies of one name are ambiguous, neither missing nor extra", () => {
  const [one, two] = ["1", "2"].map((id) =>
    catalogPolicy("Firewall", [choice("a", "0"), choice("b", id)], { id }),
  );
  if (one === undefined || two === undefined) throw new Error("two policies were made");
  const kinds = compare(FIREWALL, tenantOf([one, two])).findings.map(({ kind }) => kind);
  expect(kinds).toContain("ambiguous");
  expect(kinds).not.toContain("missing_policy");
  expect(kinds).not.toContain("extra_policy");
});

test("of two policies of one name the one with the expected content is meant", () => {
  const same = catalogPolicy("Firewall", [choice("a", "1"), choice("b", "1")], { id: "1" });
  const twin = catalogPolicy("Firewall", [choice("c", "1")], { id: "2" });
  const report = compare(FIREWALL, tenantOf([same, twin]));
  expect(report.findings.map(({ kind }) => kind)).toEqual(["extra_policy"]);
  expect(new Set(report.policies.map(({ matched_by }) => matched_by))).toEqual(
    new Set(["content", null]),
  );
});

test("of two policies of one name for two platforms the one for the expected platform is meant", () => {
  const windows = catalogPolicy("Firewall", [choice("a", "0"), choice("b", "1")], { id: "1" });
  const mac = catalogPolicy("Firewall", [choice("m", "0")], { id: "2", platforms: "macOS" });
  const kinds = compare(FIREWALL, tenantOf([windows, mac])).findings.map(({ kind }) => kind);
  expect(kinds).toContain("setting_changed");
  expect(kinds).not.toContain("ambiguous");
});

test("a name that two policies of the source have is left out by name and never called extra", () => {
  const twice = tenantOf([
    catalogPolicy("Twin", [choice("a", "1")], { id: "1" }),
    catalogPolicy("Twin", [choice("a", "2")], { id: "2" }),
    catalogPolicy("Firewall", [choice("b", "1")]),
  ]);
  const baseline = versionOf(twice);
  expect(baseline.entries.map(({ displayName }) => displayName)).toEqual(["Firewall"]);
  expect(baseline.leftOut.map(({ displayName, because }) => [displayName, because])).toEqual([
    ["Twin", "ambiguous"],
    ["Twin", "ambiguous"],
  ]);
  const kinds = compare(twice, twice).findings.map(({ kind }) => kind);
  expect(kinds).not.toContain("extra_policy");
});

test("a policy under another name with the same content is renamed, not missing and extra", () => {
  const current = tenantOf([catalogPolicy("Wall of fire", [choice("a", "1"), choice("b", "1")])]);
  expect(found(FIREWALL, current)).toEqual([
    ["renamed", "Wall of fire", null, "Firewall", "Wall of fire"],
  ]);
});

test("a copy of another policy's file is not taken for the policy that is missing", () => {
  const alike = (name: string, id: string) => catalogPolicy(name, [choice("a", "1")], { id });
  const both = tenantOf([alike("A", "1"), alike("B", "2")]);
  const current = tenantOf([alike("A", "1"), alike("A - Copy", "1")]);
  expect(found(both, current).map(([kind, policy]) => [kind, policy])).toEqual([
    ["ambiguous", "A - Copy"],
    ["missing_policy", "B"],
  ]);
});

test("where two of one content got new names, nobody can say which is which", () => {
  const named = (...names: readonly string[]) =>
    tenantOf(names.map((name) => catalogPolicy(name, [choice("a", "1")])));
  const kinds = compare(named("A", "B"), named("C", "D")).findings.map(({ kind }) => kind);
  expect(kinds).toEqual(["ambiguous", "ambiguous"]);
});

test("whom they reach tells two of one content apart", () => {
  const two = (...names: readonly string[]) =>
    tenantOf(
      names.map((name, index) =>
        catalogPolicy(name, [choice("a", "1")], { assignments: [toGroup(`g${index}`)] }),
      ),
    );
  expect(found(two("A", "B"), two("C", "D"))).toEqual([
    ["renamed", "C", null, "A", "C"],
    ["renamed", "D", null, "B", "D"],
  ]);
});

test("a setting with the same value in another policy has moved and is not called missing", () => {
  const before = tenantOf([
    catalogPolicy("A", [choice("a", "1"), choice("b", "1")]),
    catalogPolicy("B", [choice("c", "1")]),
  ]);
  const after = tenantOf([
    catalogPolicy("A", [choice("a", "1")]),
    catalogPolicy("B", [choice("b", "1"), choice("c", "1")]),
  ]);
  const { findings } = compare(before, after);
  expect(
    findings.map(({ kind, policy, other_policy, path }) => [kind, policy, other_policy, path]),
  ).toEqual([["setting_moved", "A", "B", "b"]]);
});

test("a setting that went to another policy with another value is missing here and extra there", () => {
  const before = tenantOf([
    catalogPolicy("A", [choice("a", "1"), choice("b", "1")]),
    catalogPolicy("B", [choice("c", "1")]),
  ]);
  const after = tenantOf([
    catalogPolicy("A", [choice("a", "1")]),
    catalogPolicy("B", [choice("b", "0"), choice("c", "1")]),
  ]);
  const kinds = compare(before, after).findings.map(({ kind }) => kind);
  expect(kinds).toEqual(["setting_missing", "setting_extra"]);
});

test("with at_least further settings are no finding, with exact they are", () => {
  const current = tenantOf([
    catalogPolicy("Firewall", [choice("a", "1"), choice("b", "1"), choice("c", "1")]),
  ]);
  expect(found(FIREWALL, current, { rules: { mode: "at_least" } })).toEqual([]);
  expect(found(FIREWALL, current)).toEqual([["setting_extra", "Firewall", "c", null, "c_1"]]);
});

test("an excluded path is not compared, nor what lies below it, but what only begins like it is", () => {
  const expected = tenantOf([
    catalogPolicy("F", [choice("a", "1", [choice("x", "1")]), choice("ab", "1")]),
  ]);
  const current = tenantOf([
    catalogPolicy("F", [choice("a", "0", [choice("x", "0")]), choice("ab", "0")]),
  ]);
  const paths = compare(expected, current, { rules: { excludedPaths: ["a"] } }).findings.map(
    ({ path }) => path,
  );
  expect(paths).toEqual(["ab"]);
});

test("a secret is compared and never shown, neither in a finding nor in the baseline", () => {
  const withSecret = (text: string) =>
    tenantOf([catalogPolicy("Wifi", [simple("key", text, "Secret"), choice("a", "1")])]);
  const [before, after] = [withSecret("hunter2"), withSecret("correct horse")];
  expect(found(before, before)).toEqual([]);
  const report = compare(before, after);
  expect(report.findings.map(brief)).toEqual([
    ["setting_changed", "Wifi", "key", "(secret)", "(secret)"],
  ]);
  const told = JSON.stringify([report, versionOf(before), versionOf(after)]);
  expect(told).not.toContain("hunter2");
  expect(told).not.toContain("correct horse");
});

test("of two policies of one name none is taken for the expected one while one of them cannot be read", () => {
  const current = tenantOf([
    catalogPolicy("Firewall", [choice("a", "0"), choice("b", "1")]),
    unreadable("Firewall"),
  ]);
  const kinds = compare(FIREWALL, current).findings.map(({ kind, policy }) => [kind, policy]);
  expect(kinds).toContainEqual(["ambiguous", "Firewall"]);
  expect(kinds.map(([kind]) => kind)).not.toContain("setting_changed");
});

test("a pinned policy is the expected one whatever it is called and whatever it sets", () => {
  const current = tenantOf([
    catalogPolicy("Mur", [choice("a", "0"), choice("b", "1")], { id: "p1" }),
  ]);
  const { findings, policies } = compare(FIREWALL, current, { pins: [pin("firewall", "p1")] });
  expect(findings.map(({ kind, match_key, matched_by }) => [kind, match_key, matched_by])).toEqual([
    ["setting_changed", "pin:p1", "pinned"],
    ["renamed", "pin:p1", "pinned"],
  ]);
  expect(policies.map(({ standing }) => standing)).toEqual(["deviating"]);
});

test("a pin to a policy that is gone leaves the entry to its name", () => {
  expect(found(FIREWALL, FIREWALL, { pins: [pin("firewall", "gone")] })).toEqual([]);
});

test("two entries pinned to one policy are both left to their names", () => {
  const two = tenantOf([
    catalogPolicy("A", [choice("a", "1")], { id: "a" }),
    catalogPolicy("B", [choice("b", "1")], { id: "b" }),
  ]);
  expect(found(two, two, { pins: [pin("a", "b"), pin("b", "b")] })).toEqual([]);
});

test("a value is weaker only where the order of its setting is known", () => {
  const set = (pua: string, other: string) =>
    tenantOf([catalogPolicy("F", [choice(PUA, pua), choice("unknown", other)])]);
  const weakened = (before: ReadMonth, after: ReadMonth) =>
    compare(before, after).findings.map(({ path, weakened: weaker }) => [path, weaker]);
  expect(weakened(set("1", "1"), set("0", "0"))).toEqual([
    [PUA, true],
    ["unknown", false],
  ]);
  expect(weakened(set("0", "0"), set("2", "1"))).toEqual([
    [PUA, false],
    ["unknown", false],
  ]);
});

test.each([
  ["enabled", "enabledForReportingButNotEnforced", true],
  ["enabledForReportingButNotEnforced", "disabled", true],
  ["disabled", "enabled", false],
  ["enabled", "somethingNew", false],
])("conditional access that goes from %s to %s: weakened %s", (before, after, weaker) => {
  const [expected, current] = [before, after].map((state) =>
    tenantOf([accessPolicy("MFA", { state })]),
  );
  if (expected === undefined || current === undefined) throw new Error("two tenants were made");
  const { findings } = compare(expected, current);
  expect(findings.map(({ kind, path, weakened }) => [kind, path, weakened])).toEqual([
    ["state_changed", null, weaker],
  ]);
});

test("whom conditional access reaches is compared as assignment, and only where it was asked", () => {
  const expected = tenantOf([accessPolicy("MFA")]);
  const current = tenantOf([
    accessPolicy("MFA", {
      conditions: { users: { includeGroups: ["g"] }, clientAppTypes: ["all"] },
    }),
  ]);
  const { findings } = compare(expected, current);
  expect(findings.map(brief)).toEqual([
    ["assignment_changed", "MFA", null, ["all-users"], ["include:g"]],
  ]);
  expect(findings[0]?.weakened).toBe(true);
  expect(found(expected, current, { rules: { withAssignments: false } })).toEqual([]);
});

test("an export that lists no assignments is not said to reach nobody", () => {
  const silent = tenantOf([
    catalogPolicy("Firewall", [choice("a", "1"), choice("b", "1")], { assignments: null }),
  ]);
  expect(compare(FIREWALL, silent).findings.map(({ kind, path }) => [kind, path])).toEqual([
    ["not_assessed", "assignments"],
  ]);
});

test("a policy of a kind that the baseline says nothing of is not assessed, once for its type", () => {
  const current = tenantOf([
    catalogPolicy("Firewall", [choice("a", "1"), choice("b", "1")]),
    accessPolicy("MFA"),
    accessPolicy("Block"),
  ]);
  expect(found(FIREWALL, current)).toEqual([["not_assessed", "Conditional access", null, null, 2]]);
});
