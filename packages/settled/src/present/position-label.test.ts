import { expect, test } from "vitest";
import { RUN_OUTCOMES, RUN_STATUSES, type RunOutcome } from "../run/operation-run.ts";
import { OUTCOME_LABELS, positionLabelOf, STATUS_LABELS } from "./position-label.ts";

test("every status and outcome has its own word and its own single character", () => {
  const labels = [...Object.values(STATUS_LABELS), ...Object.values(OUTCOME_LABELS)];
  expect(labels).toHaveLength(RUN_STATUSES.length + RUN_OUTCOMES.length);
  expect(new Set(labels.map(({ label }) => label)).size).toBe(labels.length);
  expect(new Set(labels.map(({ glyph }) => glyph)).size).toBe(labels.length);
  for (const { glyph } of labels) expect(Array.from(glyph)).toHaveLength(1);
});

test("an ended run shows its outcome, an active one its status", () => {
  expect(positionLabelOf({ status: "completed", outcome: "failed" }).label).toBe("Failed");
  expect(positionLabelOf({ status: "queued", outcome: null }).label).toBe("Waiting");
});

test("a word of a newer release reads as not known", () => {
  const outcome = "teleported" as RunOutcome;
  expect(positionLabelOf({ status: "completed", outcome }).label).toBe("Not known");
});
