import { describe, expect, test } from "vitest";
import type { ListedRun, RunPage } from "../api/run-shape.ts";
import { freshIn, withChanges, withFresh } from "./fresh-runs.ts";

/** A run of the given minute; the list knows nothing else of it. */
function run(minute: number, version = 1): ListedRun {
  const created_at = `2026-05-01T10:${String(minute).padStart(2, "0")}:00.000Z`;
  return { id: `run-${minute}`, created_at, version } as unknown as ListedRun;
}
const page = (minutes: readonly number[], next: string | null): RunPage => ({
  runs: minutes.map((minute) => run(minute)),
  next,
});
const minutesOf = (pages: readonly RunPage[]) =>
  pages.map(({ runs }) => runs.map(({ id }) => Number(id.slice(4))));

const PAGES = [page([9, 8, 7], "/older"), page([6, 5, 4], "/oldest")];

describe("a list that lives", () => {
  test("changes a row where it stands, and never takes an older version for it", () => {
    const [first, second] = withChanges(PAGES, [run(8, 2), run(5, 1)]);
    expect(first?.runs.map(({ version }) => version)).toEqual([1, 2, 1]);
    expect(second).toBe(PAGES[1]);
  });

  test("counts what is new above its last row, and nothing that is beyond it", () => {
    expect(freshIn(PAGES, page([11, 10, 9], "/x"))).toEqual(["run-11", "run-10"]);
    expect(freshIn(PAGES, page([9, 3], null))).toEqual([]);
    expect(freshIn([page([9], null)], page([9, 3], null))).toEqual(["run-3"]);
    expect(freshIn([page([], null)], page([1], null))).toEqual(["run-1"]);
  });

  test("shows what is new on top, drops what left, and keeps its older pages", () => {
    const shown = withFresh(PAGES, page([10, 9, 7], "/x"));
    expect(minutesOf(shown)).toEqual([
      [10, 9, 7],
      [6, 5, 4],
    ]);
    expect(shown[1]?.next).toBe("/oldest");
  });

  test("begins anew where there may be runs between what is new and what is shown", () => {
    expect(minutesOf(withFresh(PAGES, page([30, 29, 28], "/x")))).toEqual([[30, 29, 28]]);
    expect(minutesOf(withFresh(PAGES, page([9], null)))).toEqual([[9]]);
  });
});
