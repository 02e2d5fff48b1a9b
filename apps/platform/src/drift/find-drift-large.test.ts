import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateDemo } from "../demo-data/generate-demo.ts";
import { writeMonth } from "../demo-data/write-demo.ts";
import { changesBetween } from "./changes-between.ts";
import { type Pair, readDemoMonth, type ReadMonth, versionOf } from "./demo-month.test-kit.ts";
import {
  changeLines,
  driftLines,
  expectedChanges,
  expectedDrift,
} from "./expected-drift.test-kit.ts";
import { findDrift } from "./find-drift.ts";

const POLICIES = 2_000;
// From the fourth month on one policy is truncated, so absence may not be stated everywhere.
const MONTHS = 4;
const COMPARE_WITHIN_MS = 1_500;

let out = "";
const pairs: Pair[] = [];

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "drift-large-"));
  const [customer] = generateDemo({ seed: "large", policies: POLICIES });
  let before: ReadMonth | null = null;
  for (const month of customer?.months() ?? []) {
    const folder = join(out, month.tenant.month);
    await writeMonth(month, folder);
    const now = await readDemoMonth(folder);
    if (before !== null) pairs.push({ before, now, changes: month.changes });
    before = now;
    if (pairs.length === MONTHS - 1) break;
  }
}, 120_000);
afterAll(() => rm(out, { recursive: true, force: true }));

test("in a tenant of 2,000 policies every kind of drift is found, and nothing else", () => {
  expect(pairs).toHaveLength(MONTHS - 1);
  for (const pair of pairs) {
    const baseline = versionOf(pair.before);
    const started = performance.now();
    const report = findDrift({ environmentId: "e", baseline, current: pair.now, pins: [] });
    const tookMs = performance.now() - started;
    expect(driftLines(report)).toEqual(expectedDrift(pair));
    expect(tookMs).toBeLessThan(COMPARE_WITHIN_MS);
    expect(new Set(report.findings.map(({ finding_key }) => finding_key)).size).toBe(
      report.findings.length,
    );
  }
});

test("in a tenant of 2,000 policies the changes of a month are exactly those that happened", () => {
  for (const pair of pairs) {
    expect(changeLines(changesBetween(pair.before, pair.now))).toEqual(expectedChanges(pair));
  }
});
