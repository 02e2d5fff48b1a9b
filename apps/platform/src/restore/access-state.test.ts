import { expect, test } from "vitest";
import { stageAccess } from "./access-state.ts";

const ACCESS = "conditionalAccessPolicies";
const WANTED = { displayName: "MFA", state: "enabled" };
const REPORTS = "enabledForReportingButNotEnforced";

function staged(accessState: "disabled" | "report_only" | "as_in_snapshot", current?: string) {
  const standing = current === undefined ? null : { displayName: "MFA", state: current };
  const { content, finalState } = stageAccess(ACCESS, WANTED, { accessState, current: standing });
  return [content["state"], finalState];
}

test("a policy that is made is never enforced by its first write", () => {
  expect(staged("disabled")).toEqual(["disabled", null]);
  expect(staged("report_only")).toEqual([REPORTS, null]);
  expect(staged("as_in_snapshot")).toEqual(["disabled", "enabled"]);
});

test("the state of a policy that stands is kept, unless the snapshot's was asked for", () => {
  expect(staged("disabled", "enabled")).toEqual(["enabled", null]);
  expect(staged("report_only", "disabled")).toEqual(["disabled", null]);
  expect(staged("as_in_snapshot", "disabled")).toEqual(["disabled", "enabled"]);
  expect(staged("as_in_snapshot", "enabled")).toEqual(["enabled", null]);
});

test("other policies are written as they are", () => {
  const { content, finalState } = stageAccess("configurationPolicies", WANTED, {
    accessState: "disabled",
    current: null,
  });
  expect([content, finalState]).toEqual([WANTED, null]);
});
