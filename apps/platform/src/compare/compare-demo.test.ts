import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChangeKind } from "../demo-data/change.ts";
import { readMonth, readObject, type SeenMonth } from "../demo-data/testing/seen-month.ts";
import { type CustomerTruth, type Truth } from "../demo-data/truth.ts";
import { writeDemo } from "../demo-data/write-demo.ts";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { type ComparedSide, comparedSide } from "./compared-side.ts";
import { compareSides } from "./compare-sides.ts";
import {
  expectedOf,
  type MonthPair,
  oddity,
  twinsIn,
  unseenIn,
} from "./truth-expectation.test-kit.ts";
import { comparisonJson } from "./comparison-json.ts";

const CATALOG = "SettingsCatalog";
const NOT_POLICIES = 2;

describe.each([
  { policies: 120, months: 12 },
  { policies: 2_000, months: 3 },
])("generated tenants of $policies policies", ({ policies, months }) => {
  let out = "";
  const pairs: MonthPair[] = [];
  const sides = new Map<string, ComparedSide>();
  const seen = new Map<string, SeenMonth>();

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), "compare-"));
    await writeDemo({ out, seed: "compare", policies, months });
    const truth = (await readObject(join(out, "TRUTH.json"))) as unknown as Truth;
    for (const customer of truth.customers) {
      for (const [index, after] of customer.states.entries()) {
        const folder = join(out, customer.slug, after.month);
        sides.set(folder, comparedSide(await readExportFolder({ root: folder })));
        seen.set(folder, await readMonth(folder));
        const before = customer.states[index - 1];
        if (before !== undefined) pairs.push({ customer, before, after });
      }
    }
  }, 120_000);
  afterAll(() => rm(out, { recursive: true, force: true }));

  function at<Known>(known: ReadonlyMap<string, Known>, { slug }: CustomerTruth, month: string) {
    const found = known.get(join(out, slug, month));
    if (found === undefined) throw new Error(`nothing was read of ${slug} ${month}`);
    return found;
  }

  function compared({ customer, before, after }: MonthPair) {
    return comparisonJson(
      compareSides(at(sides, customer, before.month), at(sides, customer, after.month)),
    );
  }

  test("every number of each pair of months is that of the truth", async () => {
    const kinds = new Set<ChangeKind>();
    for (const pair of pairs) {
      const { customer, before, after } = pair;
      const found = compared(pair);
      const months = {
        before: at(seen, customer, before.month),
        after: at(seen, customer, after.month),
      };
      const { kinds: pairKinds, ...expected } = await expectedOf(pair, months, out);
      const { ambiguous, matched, unchanged, ...lists } = found.policies;
      const place = `${customer.slug} ${before.month} ${after.month}`;
      expect({ place, ...lists, ambiguous, leaves: found.leaves }).toEqual({ place, ...expected });
      expect({ place, unchanged }).toEqual({ place, unchanged: matched - lists.changed.length });
      const alone = lists.added.length + lists.renamed.length;
      const twice = ambiguous.length === 0 ? 0 : twinsIn(pair, after.month);
      const unseen = unseenIn(pair, before.month);
      const both = found.current.readable - alone - twice - unseen;
      expect({ place, matched }).toEqual({ place, matched: both });
      for (const one of pairKinds) kinds.add(one);
    }
    expect(pairs).toHaveLength((months - 1) * 3);
    expect(kinds.size).toBeGreaterThanOrEqual(months > 10 ? 10 : 8);
  });

  test("nearly every rename is told as one, and nearly nothing else", () => {
    const [told, real] = [new Set<string>(), new Set<string>()];
    for (const pair of pairs) {
      const at = `${pair.customer.slug} ${pair.after.month}`;
      for (const { from, to } of compared(pair).policies.renamed) told.add(`${at} ${from} ${to}`);
      const changes = pair.customer.changes.filter(({ to }) => to === pair.after.month);
      const renames = changes.filter(({ kind }) => kind === "renamed");
      for (const { policy, after } of renames) real.add(`${at} ${policy} ${String(after)}`);
    }
    const both = [...told].filter((one) => real.has(one)).length;
    expect(real.size).toBeGreaterThan(10);
    expect(both / told.size).toBeGreaterThan(0.9);
    expect(both / real.size).toBeGreaterThan(0.9);
  });

  test("every count of each side is that of the truth and of its files", () => {
    for (const pair of pairs) {
      const { customer, after } = pair;
      const { current } = compared(pair);
      const month = at(seen, customer, after.month);
      const odd = (kind: string) => oddity(pair, kind, after.month);
      const [copy, bad] = [odd("duplicate_id") ? 1 : 0, odd("unreadable_file") ? 1 : 0];
      const catalog = month.policies.filter(({ type }) => type === CATALOG);
      expect(current).toMatchObject({
        files: after.files - NOT_POLICIES,
        readable: after.files - NOT_POLICIES - bad,
        unreadable: (odd("unreadable_file")?.files ?? []).map((file) => ({
          file,
          reason: "not_json",
        })),
        catalog_settings: catalog.reduce((sum, { actual }) => sum + actual, 0),
        catalog_leaves: catalog.reduce((sum, { leaves }) => sum + leaves.size, 0),
        without_id: 0,
      });
      expect(current.by_type).toMatchObject({
        configurationPolicies: after.policies.SettingsCatalog + copy - bad,
        deviceCompliancePolicies: after.policies.CompliancePolicies,
        conditionalAccessPolicies: after.policies.ConditionalAccess,
        groups: month.groups.size,
      });
      const types = Object.values(current.by_type);
      expect(types.reduce((sum, count) => sum + count, 0)).toBe(current.readable);
      const twin = odd("duplicate_id");
      expect(current.duplicate_ids).toEqual(
        twin === undefined
          ? []
          : [{ id: twin.policyId, names: [twin.policy, `${twin.policy} - Copy`] }],
      );
      const cut = odd("truncated_policy");
      expect(current.setting_count_mismatches.map(({ name, actual }) => [name, actual])).toEqual(
        cut === undefined ? [] : [[cut.policy, 25]],
      );
    }
  });

  test("settings are moved exactly where a second count finds them so", () => {
    for (const pair of pairs) {
      const { customer, before, after } = pair;
      const { moved, policies } = compared(pair);
      const [old, young] = [at(seen, customer, before.month), at(seen, customer, after.month)];
      const expected = movedPaths(
        old,
        young,
        new Map(policies.renamed.map((one) => [one.from, one.to])),
      );
      expect(moved.map(({ path }) => path)).toEqual(expected);
    }
  });

  test("the largest pair is compared in under 3 seconds of processor time", async () => {
    const [pair] = pairs;
    if (pair === undefined) throw new Error("no months");
    const started = process.cpuUsage();
    for (const { month } of [pair.before, pair.after]) {
      comparedSide(await readExportFolder({ root: join(out, pair.customer.slug, month) }));
    }
    compared(pair);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000_000).toBeLessThan(3);
  });
});

function movedPaths(old: SeenMonth, young: SeenMonth, renamed: ReadonlyMap<string, string>) {
  const before = holders(old, (name) => renamed.get(name) ?? name);
  const after = holders(young, (name) => name);
  return [...before.keys()]
    .filter((path) => {
      const [left, right] = [before.get(path), after.get(path)];
      if (left === undefined || right === undefined) return false;
      const sameValues = [...left.values].sort().join() === [...right.values].sort().join();
      return sameValues && [...left.names].every((name) => !right.names.has(name));
    })
    .sort();
}

function holders(month: SeenMonth, nameOf: (name: string) => string) {
  const found = new Map<string, { readonly values: Set<string>; readonly names: Set<string> }>();
  for (const { type, name, leaves } of month.policies) {
    if (type !== CATALOG) continue;
    for (const [path, value] of leaves) {
      const of = found.get(path) ?? { values: new Set(), names: new Set() };
      found.set(path, of);
      of.values.add(value);
      of.names.add(nameOf(name));
    }
  }
  return found;
}
