import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSearch } from "./read-search.ts";
import { searchKeys } from "./search-key.ts";

const KEYS = searchKeys({
  types: [
    { value: "restore.execute", words: "Restore" },
    { value: "review.pack.render", words: "Review pack" },
  ],
  environments: [
    { value: "contoso", words: "Contoso" },
    { value: "fabrikam", words: "Fabrikam" },
  ],
  reasons: [],
});
const read = (text: string) => readSearch(text, KEYS);

describe("a search", () => {
  test("becomes the parameters of the API", () => {
    expect(read("outcome:failed,blocked env:contoso since:2026-05-01")).toEqual({
      parameters: { outcome: "failed,blocked", environment: "contoso", since: "2026-05-01" },
      faults: [],
    });
  });

  test("takes what is no filter as words", () => {
    expect(read('maria "north tenant" by:u1').parameters).toEqual({
      q: "maria north tenant",
      initiator: "u1",
    });
  });

  test("finds a run by the beginning of its id, together with words", () => {
    expect(read("id:0197 maria").parameters).toEqual({ q: "0197 maria" });
  });

  test("turns a filter around whose values are all known", () => {
    expect(read("-type:restore.execute").parameters).toEqual({ type: "review.pack.render" });
    expect(read("-outcome:succeeded").parameters["outcome"]).toBe(
      "partially_succeeded,blocked,attention_required,failed,cancelled",
    );
  });

  test.each([
    ["-since:2026-05-01", { because: "no_not", key: "since" }],
    ["-env:contoso,fabrikam", { because: "no_not", key: "env" }],
    ["outcome:failed outcome:blocked", { because: "twice", key: "outcome" }],
  ])("says what it cannot do: %s", (text, fault) => {
    expect(read(text).faults).toEqual([fault]);
  });

  test("answers an unknown filter by those that there are", () => {
    const [fault] = read("outcom:failed").faults;
    expect(fault).toMatchObject({ because: "unknown_key", key: "outcom" });
    expect(JSON.stringify(fault)).toContain("outcome, status, type");
  });

  test("answers a value that is not taken by those that are", () => {
    expect(read("outcome:fail").faults).toMatchObject([{ because: "bad_value", value: "fail" }]);
    expect(read("since:yesterday").faults).toMatchObject([{ because: "bad_value" }]);
    expect(read("type:").faults).toMatchObject([{ because: "bad_value", value: "" }]);
  });

  test("is read whatever is typed, and no value passes unchecked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const { parameters } = read(text);
        expect(Object.keys(parameters)).not.toContain("__proto__");
        if (parameters["outcome"] !== undefined)
          expect(parameters["outcome"]).toMatch(/^[a-z_,]+$/);
      }),
    );
  });
});
