import { describe, expect, test } from "vitest";
import type { JsonObject } from "../normal-form/json-value.ts";
import { standsAsWanted } from "./stands-as-wanted.ts";

const META = { name: "Policy", description: null, scopeTags: [] };

function standing(wanted: JsonObject, now: JsonObject, before: JsonObject | null = null) {
  const current = { content: now, meta: META };
  return standsAsWanted(
    "deviceConfigurations",
    { content: wanted, meta: META },
    { current, before },
  );
}

describe("an object stands as wanted", () => {
  test("if every wanted value is there, whatever the order, and what is more was filled in", () => {
    expect(standing({ a: 1, b: ["x", "y"] }, { b: ["y", "x"], a: 1 })).toEqual({
      kind: "as_wanted",
      serverDefaults: [],
    });
    expect(standing({ a: 1 }, { a: 1, filledIn: true })).toEqual({
      kind: "as_wanted",
      serverDefaults: ["property filledIn"],
    });
  });

  test("not if a value is missing or another", () => {
    expect(standing({ a: 1, b: 2 }, { a: 1 })).toEqual({
      kind: "different",
      paths: ["property b"],
    });
    expect(standing({ a: 1 }, { a: 2 })).toEqual({ kind: "different", paths: ["property a"] });
  });

  test("not if something that stood there before is still there and is not wanted", () => {
    expect(standing({ a: 1 }, { a: 1, old: 5 }, { a: 0, old: 5 })).toEqual({
      kind: "different",
      paths: ["property old"],
    });
  });

  test("not under another name, but with the default scope tag and an empty description", () => {
    const current = { content: {}, meta: { name: "Policy", description: "", scopeTags: ["0"] } };
    const wanted = { content: {}, meta: META };
    const seen = { current, before: null };
    expect(standsAsWanted("deviceConfigurations", wanted, seen).kind).toBe("as_wanted");
    const renamed = { content: {}, meta: { ...META, name: "Other" } };
    expect(standsAsWanted("deviceConfigurations", renamed, seen)).toEqual({
      kind: "different",
      paths: ["name"],
    });
  });
});
