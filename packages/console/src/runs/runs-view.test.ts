import { expect, test } from "vitest";
import { parametersOf, queryOf, readRunsView, viewOfQuery } from "./runs-view.ts";

test("an address is read so that the list can always be shown", () => {
  expect(readRunsView({ view: "all", q: "outcome:failed" })).toEqual({
    view: "all",
    q: "outcome:failed",
  });
  expect(readRunsView({ view: "nonsense", q: ["x"] })).toEqual({});
  expect(readRunsView({ q: 2026 })).toEqual({ q: "2026" });
});

test("a view is the same after it was saved", () => {
  const view = { view: "active", q: 'env:contoso "north tenant" & more' } as const;
  expect(viewOfQuery(queryOf(view))).toEqual(view);
  expect(viewOfQuery(queryOf({}))).toEqual({ view: "needs_person" });
});

test("a search narrows a view, and never turns it into another one", () => {
  expect(parametersOf("active", { status: "running,completed", type: "a.b" })).toEqual({
    parameters: { status: "running", type: "a.b" },
    outside: [],
  });
  expect(parametersOf("active", { status: "completed" })).toEqual({
    parameters: { status: "queued,running" },
    outside: ["status"],
  });
  expect(parametersOf("all", { outcome: "failed" }).parameters).toEqual({ outcome: "failed" });
});
