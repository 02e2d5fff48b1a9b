import { expect, test } from "vitest";
import { canonicalJson } from "../normal-form/canonical-json.ts";
import { FINDING_KINDS } from "./drift-finding.ts";
import { defaultSeverity, DRIFT_RULESET, severityOf } from "./drift-ruleset.ts";

test("what is expected of an area matters by its area, of an unknown type little", () => {
  expect(defaultSeverity("conditionalAccessPolicies")).toBe("high");
  expect(defaultSeverity("configurationPolicies")).toBe("medium");
  expect(defaultSeverity("other:something")).toBe("low");
});

test("a deviation is as severe as its entry says, and a mild kind is never graver than its entry", () => {
  expect(severityOf("missing_policy", "high")).toBe("high");
  expect(severityOf("setting_changed", "info")).toBe("info");
  expect(severityOf("renamed", "high")).toBe("info");
  expect(severityOf("setting_extra", "info")).toBe("info");
  expect(severityOf("extra_policy", null)).toBe("low");
});

test("the ruleset is JSON and names every kind, so that a change of the rules changes its hash", () => {
  const text = canonicalJson(DRIFT_RULESET);
  expect(FINDING_KINDS.filter((kind) => !text.includes(`"${kind}"`))).toEqual([]);
  expect(text).toContain("value_orders");
});
