import { describe, expect, test } from "vitest";
import { groupsOf, isWanted, readFindingsView, standingOf } from "./findings-view.ts";
import type { Decision, FindingLine } from "./review-shape.ts";

function finding(changes: Partial<FindingLine>): FindingLine {
  return {
    finding_key: "finding1:a",
    kind: "setting_changed",
    severity: "medium",
    type: "configurationPolicies",
    match_key: "win",
    policy: "Win",
    other_policy: null,
    matched_by: "name",
    path: null,
    expected: null,
    found: null,
    weakened: false,
    evidence: [],
    area: "Compliance",
    label: "Settings catalog",
    setting: null,
    sentence: "",
    disposition: "new",
    decided_by: null,
    decision_reason: null,
    decided_at: null,
    expires_at: null,
    ...changes,
  };
}

const ACCEPTED: Decision = {
  finding_key: "finding1:a",
  disposition: "accepted",
  actor: "Maria",
  reason: "agreed",
  decided_at: "2026-05-01T00:00:00.000Z",
  expires_at: null,
};

describe("the table of findings", () => {
  test("whatever stands in the address can be shown", () => {
    expect(readFindingsView({ severity: "worst", disposition: 3, kind: {}, area: "" })).toEqual({});
    expect(readFindingsView({ severity: "high", disposition: "new" })).toEqual({
      severity: "high",
      disposition: "new",
    });
  });

  test("stands by the decision in force now, whatever stood at the moment of the review", () => {
    const line = finding({ disposition: "new" });
    expect(standingOf(line, new Map())).toBe("new");
    expect(standingOf(line, new Map([[ACCEPTED.finding_key, ACCEPTED]]))).toBe("accepted");
  });

  test("is narrowed by every filter at once", () => {
    const line = finding({ severity: "high", area: "Compliance" });
    const decisions = new Map([[ACCEPTED.finding_key, ACCEPTED]]);
    expect(isWanted(line, decisions, { severity: "high", disposition: "accepted" })).toBe(true);
    expect(isWanted(line, decisions, { severity: "high", disposition: "new" })).toBe(false);
    expect(isWanted(line, decisions, { area: "Conditional access" })).toBe(false);
    expect(isWanted(line, decisions, { kind: "renamed" })).toBe(false);
  });

  test("is grouped worst first, then by area, and loses nothing", () => {
    const lines = [
      finding({ finding_key: "1", severity: "low", area: "B" }),
      finding({ finding_key: "2", severity: "high", area: "B" }),
      finding({ finding_key: "3", severity: "high", area: "A" }),
      finding({ finding_key: "4", severity: "high", area: "B" }),
    ];
    const groups = groupsOf(lines);
    expect(groups.map((one) => [one.severity, one.area, one.lines.length])).toEqual([
      ["high", "B", 2],
      ["high", "A", 1],
      ["low", "B", 1],
    ]);
  });
});
