import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Truth } from "../demo-data/truth.ts";
import { writeDemo } from "../demo-data/write-demo.ts";
import { changesBetween } from "./changes-between.ts";
import {
  isCovered,
  type Pair,
  readDemoMonth,
  type ReadMonth,
  versionOf,
} from "./demo-month.test-kit.ts";
import {
  changeLines,
  driftLines,
  expectedChanges,
  expectedDrift,
} from "./expected-drift.test-kit.ts";
import type { FindingKind } from "./drift-finding.ts";
import { findDrift } from "./find-drift.ts";

let out = "";
let truth: Truth;
const pairs: (Pair & { readonly slug: string; readonly place: string })[] = [];

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "drift-"));
  ({ truth } = await writeDemo({ out, seed: "drift", policies: 120 }));
  for (const { slug, states, changes } of truth.customers) {
    const months = await Promise.all(states.map(({ month }) => readDemoMonth(out, slug, month)));
    for (const [index, state] of states.slice(1).entries()) {
      const [before, now] = [months[index], months[index + 1]];
      if (before === undefined || now === undefined) throw new Error("a month is missing");
      const own = changes.filter(({ to }) => to === state.month);
      pairs.push({ before, now, changes: own, slug, place: `${slug} ${state.month}` });
    }
  }
});
afterAll(() => rm(out, { recursive: true, force: true }));

test("a month held against the month before as baseline has exactly the drift that happened", () => {
  let compared = 0;
  for (const { before, now, changes, place } of pairs) {
    const baseline = versionOf(before);
    const report = findDrift({ environmentId: "e", baseline, current: now, pins: [] });
    const expected = expectedDrift({ before, now, changes });
    expect({ place, found: driftLines(report) }).toEqual({ place, found: expected });
    compared += expected.length;
  }
  expect(compared).toBeGreaterThan(100);
});

test("what changed from month to month is exactly what happened, and a touched policy is nothing", () => {
  let compared = 0;
  for (const { before, now, changes, place } of pairs) {
    const expected = expectedChanges({ before, now, changes });
    const found = changeLines(changesBetween(before, now));
    expect({ place, found }).toEqual({ place, found: expected });
    compared += expected.length;
  }
  expect(compared).toBeGreaterThan(100);
});

const LASTING: ReadonlySet<FindingKind> = new Set([
  "missing_policy",
  "extra_policy",
  "setting_changed",
  "renamed",
  "assignment_changed",
  "state_changed",
]);

test("held against one baseline for a year, what nobody touches keeps its key from month to month", () => {
  let kept = 0;
  for (const { slug } of truth.customers) {
    const months = pairs.filter((pair) => pair.slug === slug);
    const [first] = months;
    if (first === undefined) throw new Error("a customer has no months");
    const baseline = versionOf(first.before);
    const find = (current: ReadMonth) =>
      findDrift({ environmentId: slug, baseline, current, pins: [] }).findings;
    for (const { before, now, changes } of months) {
      const touched = new Set(changes.flatMap(({ policy, after }) => [policy, after]));
      const later = new Set(find(now).map(({ finding_key }) => finding_key));
      const lasting = find(before).filter(
        ({ kind, type, policy }) =>
          LASTING.has(kind) &&
          !touched.has(policy) &&
          isCovered(before, type) &&
          isCovered(now, type),
      );
      const lost = lasting.filter(({ finding_key }) => !later.has(finding_key));
      expect(lost.map(({ kind, policy }) => [kind, policy])).toEqual([]);
      kept += lasting.length;
    }
  }
  expect(kept).toBeGreaterThan(100);
});
