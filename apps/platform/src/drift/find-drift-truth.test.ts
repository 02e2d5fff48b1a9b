import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Change } from "../demo-data/change.ts";
import type { Truth } from "../demo-data/truth.ts";
import { writeDemo } from "../demo-data/write-demo.ts";
import { changesBetween } from "./changes-between.ts";
import {
  EXPORTED_TYPES,
  isCovered,
  line,
  type Pair,
  readDemoMonth,
  versionOf,
} from "./demo-month.test-kit.ts";
import type { DriftReport } from "./drift-report.ts";
import { findDrift } from "./find-drift.ts";

const DOUBTS = new Set([
  "unreadable",
  "incomplete",
  "ambiguous",
  "not_assessed",
  "setting_conflict",
]);

let out = "";
let truth: Truth;
const pairs: (Pair & { readonly place: string })[] = [];

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "drift-"));
  ({ truth } = await writeDemo({ out, seed: "drift", policies: 120 }));
  for (const { slug, states, changes } of truth.customers) {
    const months = await Promise.all(states.map(({ month }) => readDemoMonth(out, slug, month)));
    for (const [index, state] of states.slice(1).entries()) {
      const [before, now] = [months[index], months[index + 1]];
      if (before === undefined || now === undefined) throw new Error("a month is missing");
      const own = changes.filter(({ to }) => to === state.month);
      pairs.push({ before, now, changes: own, place: `${slug} ${state.month}` });
    }
  }
});
afterAll(() => rm(out, { recursive: true, force: true }));

test("a month held against the month before as baseline has exactly the drift that happened", () => {
  let compared = 0;
  for (const { before, now, changes, place } of pairs) {
    const baseline = versionOf(before);
    const report = findDrift({ environmentId: "e", baseline, current: now, pins: [] });
    const expected = changes.flatMap((change) => expectedDrift(change, { before, now, changes }));
    expect(driftLines(report), place).toEqual(expected.sort());
    compared += expected.length;
  }
  expect(compared).toBeGreaterThan(100);
});

function driftLines({ findings }: DriftReport): readonly string[] {
  return findings
    .filter(({ kind }) => !DOUBTS.has(kind))
    .map((one) => line(one.kind, one.type, one.policy, one.path, one.expected, one.found))
    .sort();
}

function expectedDrift(change: Change, { before, now }: Pair): readonly string[] {
  const type = EXPORTED_TYPES[change.type] ?? "";
  const { kind, policy, path } = change;
  switch (kind) {
    case "touched":
    case "recreated":
      return [];
    case "missing_policy":
      return isCovered(now, type) ? [line(kind, type, policy, null, null, null)] : [];
    case "extra_policy":
      return isCovered(before, type) ? [line(kind, type, policy, null, null, null)] : [];
    case "renamed":
      return [line(kind, type, change.after, null, change.before, change.after)];
    case "setting_changed":
    case "setting_missing":
    case "setting_extra":
    case "assignment_changed":
    case "state_changed":
      return [line(kind, type, policy, path, change.before, change.after)];
  }
}

const CHANGE_NAMES = {
  setting_changed: "setting_changed",
  setting_missing: "setting_removed",
  setting_extra: "setting_added",
  assignment_changed: "assignment_changed",
  state_changed: "state_changed",
} as const;

test("what changed from month to month is exactly what happened, and a touched policy is nothing", () => {
  let compared = 0;
  for (const { before, now, changes, place } of pairs) {
    const found = changesBetween(before, now)
      .filter(({ kind }) => kind !== "became_unreadable" && kind !== "readable_again")
      .map((one) => line(one.kind, one.type, one.policy, one.path, one.before, one.after));
    const expected = changes.flatMap((change) => expectedChange(change, { before, now, changes }));
    expect(found.sort(), place).toEqual(expected.sort());
    compared += expected.length;
  }
  expect(compared).toBeGreaterThan(100);
});

function expectedChange(change: Change, { before, now }: Pair): readonly string[] {
  const type = EXPORTED_TYPES[change.type] ?? "";
  const { kind, policy, path } = change;
  switch (kind) {
    case "touched":
      return [];
    case "recreated":
      return [line("policy_recreated", type, policy, null, change.before, change.after)];
    case "missing_policy":
      return isCovered(now, type) ? [line("policy_removed", type, policy, null, null, null)] : [];
    case "extra_policy":
      return isCovered(before, type) ? [line("policy_added", type, policy, null, null, null)] : [];
    case "renamed":
      return [line("policy_renamed", type, change.after, null, change.before, change.after)];
    case "setting_changed":
    case "setting_missing":
    case "setting_extra":
    case "assignment_changed":
    case "state_changed":
      return [line(CHANGE_NAMES[kind], type, policy, path, change.before, change.after)];
  }
}
