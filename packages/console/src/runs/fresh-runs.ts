import type { ListedRun, RunPage } from "../api/run-shape.ts";

type Pages = readonly RunPage[];

/** Newest first, as lists are. */
function isAbove(run: ListedRun, other: ListedRun): boolean {
  if (run.created_at !== other.created_at) return run.created_at > other.created_at;
  return run.id > other.id;
}

function rowsOf(pages: Pages): readonly ListedRun[] {
  return pages.flatMap(({ runs }) => [...runs]);
}

/** Rows that are shown already in a newer version, where they stand. Pages without one stay the same object. */
export function withChanges(pages: Pages, changed: readonly ListedRun[]): RunPage[] {
  const byId = new Map(changed.map((run) => [run.id, run]));
  return pages.map((page) => {
    const isTouched = page.runs.some((row) => (byId.get(row.id)?.version ?? 0) > row.version);
    if (!isTouched) return page;
    const runs = page.runs.map((row) => {
      const run = byId.get(row.id);
      return run !== undefined && run.version > row.version ? run : row;
    });
    return { ...page, runs };
  });
}

/** Runs of a newly read first page that belong among the rows that are shown, and are not. */
export function freshIn(pages: Pages, first: RunPage): readonly string[] {
  const rows = rowsOf(pages);
  const shown = new Set(rows.map(({ id }) => id));
  const last = rows.at(-1);
  const isWhole = pages.at(-1)?.next === null;
  return first.runs
    .filter((run) => !shown.has(run.id))
    .filter((run) => isWhole || last === undefined || isAbove(run, last))
    .map(({ id }) => id);
}

/**
 * The list with a newly read first page: what is new stands on top, what no longer belongs there is gone, and older
 * pages stay. Where the two do not meet, the first page alone: there may be more between.
 */
export function withFresh(pages: Pages, first: RunPage): RunPage[] {
  const bottom = first.runs.at(-1);
  const meets = rowsOf(pages).some(({ id }) => first.runs.some((run) => run.id === id));
  if (first.next === null || bottom === undefined || !meets) return [first];
  const below = pages.map((page) => ({
    ...page,
    runs: page.runs.filter((row) => isAbove(bottom, row)),
  }));
  const [top, ...rest] = below;
  if (top === undefined) return [first];
  return [{ ...top, runs: [...first.runs, ...top.runs] }, ...rest];
}
