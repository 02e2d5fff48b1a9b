import { expect, test } from "vitest";
import { neighboursOf } from "./neighbours.ts";

test("a run stands between those of its list", () => {
  const ids = ["a", "b", "c"];
  expect(neighboursOf(ids, "b")).toEqual({ previous: "a", next: "c", place: 2, count: 3 });
  expect(neighboursOf(ids, "a")).toMatchObject({ previous: null, next: "b" });
  expect(neighboursOf(ids, "c")).toMatchObject({ previous: "b", next: null });
});

test("a run that no list holds has no neighbours", () => {
  expect(neighboursOf(["a"], "b")).toBeNull();
  expect(neighboursOf([], "b")).toBeNull();
});
