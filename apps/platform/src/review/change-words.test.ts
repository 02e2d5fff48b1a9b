import { expect, test } from "vitest";
import { changeWords } from "./change-words.ts";

test("a changed assignment names the groups, and tells the id of one whose name nobody knows", () => {
  const change = {
    kind: "assignment_changed",
    type: "configurationPolicies",
    policy: "Win - Edge",
    other_policy: null,
    path: null,
    before: ["include:g1", "include:g2"],
    after: ["include:g1", "include:g3"],
  } as const;
  expect(changeWords(change, { g2: "Pilot" })).toBe(
    "Whom it reaches: no longer “Pilot”; newly group g3.",
  );
});
