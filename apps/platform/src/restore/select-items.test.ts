import { describe, expect, test } from "vitest";
import { selectItems } from "./select-items.ts";

const ITEMS = [
  { type: "configurationPolicies", itemKey: "k1", displayName: "Win - One - v1.0" },
  { type: "configurationPolicies", itemKey: "k2", displayName: "Win - Two" },
  { type: "namedLocations", itemKey: "k3", displayName: "Twice" },
  { type: "conditionalAccessPolicies", itemKey: "k4", displayName: "Twice" },
];

describe("choosing items by name", () => {
  test("no name means everything", () => {
    expect(selectItems(ITEMS, [])).toEqual({ kind: "selected", items: null });
  });

  test("a name may be given without its version, and an item key always names one", () => {
    expect(selectItems(ITEMS, ["win - one", "k4"])).toEqual({
      kind: "selected",
      items: [ITEMS[0], ITEMS[3]],
    });
  });

  test("a name that is not there, or that two items have, chooses nothing", () => {
    expect(selectItems(ITEMS, ["Win - Three"])).toEqual({
      kind: "unknown_name",
      name: "Win - Three",
    });
    expect(selectItems(ITEMS, ["Win - Two", "Twice"])).toEqual({
      kind: "ambiguous_name",
      name: "Twice",
      times: 2,
    });
  });
});
