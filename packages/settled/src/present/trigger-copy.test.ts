import { expect, test } from "vitest";
import {
  RECONCILIATION_TRIGGERS,
  type ReconciliationTrigger,
} from "../run/reconciliation-record.ts";
import { joiningWord, TRIGGER_COPY, triggerCopyOf } from "./trigger-copy.ts";

test.each(RECONCILIATION_TRIGGERS)("%s has words for a label and for a sentence", (trigger) => {
  const { title, event } = triggerCopyOf(trigger);
  expect(title).toMatch(/^[A-Z][^._]+$/);
  expect(event).toMatch(/^[A-Z][^._]+$/);
});

test("no two triggers read the same", () => {
  const copies = Object.values(TRIGGER_COPY);
  expect(new Set(copies.map(({ title }) => title)).size).toBe(RECONCILIATION_TRIGGERS.length);
  expect(new Set(copies.map(({ event }) => event)).size).toBe(RECONCILIATION_TRIGGERS.length);
});

test("a good end after a bad sign is joined by but", () => {
  expect(joiningWord("went_silent", "succeeded")).toBe("but");
  expect(joiningWord("went_silent", "failed")).toBe("and");
  expect(joiningWord("late_report", "succeeded")).toBe("and");
});

test("a trigger of a newer release still reads", () => {
  expect(triggerCopyOf("moon_phase" as ReconciliationTrigger).event).toBe(
    "The truth was looked at",
  );
});
