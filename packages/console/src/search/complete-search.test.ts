import { describe, expect, test } from "vitest";
import { completionsOf } from "./complete-search.ts";
import { searchKeys } from "./search-key.ts";

const KEYS = searchKeys({
  types: [{ value: "restore.execute", words: "Restore" }],
  environments: [{ value: "contoso", words: "Contoso Ltd" }],
  reasons: [{ value: "never_started", words: "It never began" }],
});
const textsFor = (draft: string) => completionsOf(draft, KEYS).map(({ text }) => text);

describe("a search is completed", () => {
  test("offers every filter to whoever has typed nothing yet", () => {
    expect(textsFor("").slice(0, 3)).toEqual(["outcome:", "status:", "type:"]);
    expect(textsFor("maria o")).toEqual(["maria outcome:"]);
    expect(textsFor("-ty")).toEqual(["-type:"]);
  });

  test("offers the values of a filter, and what they mean", () => {
    expect(completionsOf("env:", KEYS)).toEqual([
      { text: "env:contoso", shown: "contoso", words: "Contoso Ltd" },
    ]);
    expect(textsFor("type:restore.execute")).toEqual([]);
    expect(textsFor("reason:began")).toEqual(["reason:never_started"]);
  });

  test("joins one more value by a comma, and offers none twice", () => {
    expect(textsFor("outcome:failed,b")).toEqual(["outcome:failed,blocked"]);
    expect(textsFor("outcome:failed,")).not.toContain("outcome:failed,failed");
    expect(textsFor("nonsense:x")).toEqual([]);
  });
});
