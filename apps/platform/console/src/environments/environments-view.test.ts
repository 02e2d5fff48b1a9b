import { describe, expect, test } from "vitest";
import type { Environment } from "./environment-shape.ts";
import { isShown, readEnvironmentsView } from "./environments-view.ts";

const AREA = { area: "Compliance", aligned: 3, accepted: 0, open: 0, not_assessed: 0, total: 3 };

function environment(areas: readonly (typeof AREA)[], isReviewed = true): Environment {
  return {
    id: "contoso",
    name: "Contoso Ltd",
    state: "active",
    provider: { kind: "folder", is_pinned: true },
    snapshot: null,
    review: isReviewed
      ? {
          id: "01900000-0000-7000-8000-000000000000",
          sequence: 1,
          period: "2026-05",
          status: "current",
          completeness: 1,
          as_of: "2026-05-31T00:00:00.000Z",
          areas: [...areas],
        }
      : null,
    restore: null,
  };
}

describe("the list of environments", () => {
  test("whatever stands in the address can be shown", () => {
    expect(readEnvironmentsView({ q: 7, show: "everything" })).toEqual({});
    expect(readEnvironmentsView({ q: "con", show: "open" })).toEqual({ q: "con", show: "open" });
    expect(readEnvironmentsView({ show: "all" })).toEqual({});
    expect(readEnvironmentsView({ q: "x".repeat(500) }).q).toHaveLength(200);
  });

  test("is narrowed by name and id, whatever the case", () => {
    const one = environment([AREA]);
    expect(isShown(one, { q: " CONTOSO l" })).toBe(true);
    expect(isShown(one, { q: "fabrikam" })).toBe(false);
  });

  test("is narrowed by how the areas stand", () => {
    const calm = environment([AREA]);
    const open = environment([{ ...AREA, open: 1 }]);
    const unknown = environment([{ ...AREA, not_assessed: 1 }]);
    const none = environment([], false);
    const shown = (show: "open" | "unassessed" | "unreviewed") =>
      [calm, open, unknown, none].map((one) => isShown(one, { show }));
    expect(shown("open")).toEqual([false, true, false, false]);
    expect(shown("unassessed")).toEqual([false, false, true, false]);
    expect(shown("unreviewed")).toEqual([false, false, false, true]);
  });
});
