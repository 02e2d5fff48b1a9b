import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Truth } from "../demo-data/truth.ts";
import { writeDemo } from "../demo-data/write-demo.ts";
import { changesBetween } from "./changes-between.ts";
import { type Pair, readDemoMonth, versionOf } from "./demo-month.test-kit.ts";
import {
  changeLines,
  driftLines,
  expectedChanges,
  expectedDrift,
} from "./expected-drift.test-kit.ts";
import { findDrift } from "./find-drift.ts";

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
