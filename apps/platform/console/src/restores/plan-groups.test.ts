import { expect, test } from "vitest";
import { groupPlan, unresolvedIn } from "./plan-groups.ts";
import type { PlanItem } from "./restore-shape.ts";

let lastNo = 0;

function item(changes: Partial<PlanItem>): PlanItem {
  lastNo += 1;
  return {
    no: lastNo,
    type: "configurationPolicies",
    type_label: "Settings catalog policy",
    item_key: `key-${lastNo}`,
    name: `Policy ${lastNo}`,
    action: "create",
    steps: ["create"],
    attempted: true,
    reason: "missing",
    why: "it is not there",
    detail: null,
    depends_on: [],
    target_id: null,
    mappings: [],
    ...changes,
  };
}

const hindered = (reason: string, detail: string | null) =>
  item({ attempted: false, steps: [], reason, why: `${reason} in words`, detail });

test("each item of a plan is in one group", () => {
  const skipped = item({ action: "skip", attempted: false, steps: [], reason: "as_wanted" });
  const stuck = hindered("group_missing", "g1");
  const written = item({});
  expect(groupPlan([skipped, stuck, written])).toEqual({
    written: [written],
    hindered: [stuck],
    asWanted: [skipped],
  });
});

test("a reference that several items lack is named once, with how many wait for it", () => {
  const items = [
    hindered("location_missing", "Office"),
    hindered("group_missing", "g2"),
    hindered("group_missing", "g1; g2"),
    hindered("ambiguous_in_target", "a; b"),
    item({}),
  ];
  expect(unresolvedIn(items)).toEqual([
    { why: "group_missing in words", detail: "g2", items: 2 },
    { why: "group_missing in words", detail: "g1", items: 1 },
    { why: "location_missing in words", detail: "Office", items: 1 },
  ]);
});
