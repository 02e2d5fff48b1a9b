import { expect, test } from "vitest";
import { monthOf, periodOf } from "./compose-period.ts";

test.for([
  [{ kind: "month", month: "2026-05" }, "2026-05"],
  [{ kind: "quarter", month: "2026-01" }, "2026-Q1"],
  [{ kind: "quarter", month: "2026-12" }, "2026-Q4"],
  [{ kind: "adhoc", month: "" }, "adhoc"],
  [{ kind: "month", month: "2026-13" }, null],
  [{ kind: "month", month: "" }, null],
  [{ kind: "quarter", month: "May 2026" }, null],
] as const)("%o is the period %s", ([choice, period]) => {
  expect(periodOf(choice)).toBe(period);
});

test("the month of a moment is that of UTC, as periods are", () => {
  expect(monthOf(new Date("2026-05-31T23:59:59Z"))).toBe("2026-05");
});
