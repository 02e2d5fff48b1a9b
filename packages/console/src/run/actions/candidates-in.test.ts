import { expect, test } from "vitest";
import type { RunEvent } from "../../api/run-shape.ts";
import { candidatesIn } from "./candidates-in.ts";

function event(kind: RunEvent["kind"], detail: RunEvent["detail"]): RunEvent {
  return { kind, detail } as RunEvent;
}

const TWO = [
  { type: "environment_review", id: "r1" },
  { type: "environment_review", id: "r2" },
];

test("candidates are those of the last look", () => {
  const looks = [
    event("reconciled", { candidates: [] }),
    event("reconciled", { candidates: TWO }),
    event("late_report", {}),
  ];
  expect(candidatesIn(looks)).toEqual(TWO);
});

test("a look that has chosen leaves no candidates, and what is no candidate is none", () => {
  expect(candidatesIn([])).toEqual([]);
  expect(candidatesIn([event("reconciled", { candidates: TWO }), event("reconciled", {})])).toEqual(
    [],
  );
  expect(candidatesIn([event("reconciled", { candidates: ["r1", { id: 7 }] })])).toEqual([]);
});
