import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHANGE_KINDS } from "./change.ts";
import { ODDITY_KINDS } from "./oddity.ts";
import { compareMonths, line } from "./testing/compare-months.ts";
import { asText, readMonth, readObject, sortedTexts } from "./testing/seen-month.ts";
import type { Json, SeenMonth, SeenPolicy } from "./testing/seen-month.ts";
import type { CustomerTruth, OddityTruth, Truth } from "./truth.ts";
import { writeDemo } from "./write-demo.ts";

// These files cannot be compared with the months beside them; whether they are the only ones is its own test.
const COMPARISON_BREAKERS = new Set(["unreadable_file", "truncated_policy", "duplicate_id"]);

let out = "";
let truth: Truth;
const seen = new Map<string, SeenMonth>();

function monthOf(customer: CustomerTruth, month: string): SeenMonth {
  const found = seen.get(`${customer.slug}/${month}`);
  if (found === undefined) throw new Error(`nothing on disk for ${customer.slug} ${month}`);
  return found;
}

function odditiesIn(customer: CustomerTruth, month: string): readonly OddityTruth[] {
  return customer.oddities.filter((oddity) => oddity.months.includes(month));
}

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "truth-"));
  await writeDemo({ out, seed: "truth", policies: 120 });
  truth = (await readObject(join(out, "TRUTH.json"))) as unknown as Truth;
  for (const { slug } of truth.customers) {
    for (const month of await readdir(join(out, slug))) {
      seen.set(`${slug}/${month}`, await readMonth(join(out, slug, month)));
    }
  }
});
afterAll(() => rm(out, { recursive: true, force: true }));

test("three customers have the twelve months that the truth names", () => {
  expect(truth.customers).toHaveLength(3);
  const named = truth.customers.flatMap((one) => one.states.map((s) => `${one.slug}/${s.month}`));
  expect([...seen.keys()].sort()).toEqual(named.sort());
  expect(named).toHaveLength(36);
});

test("comparing the files of neighbouring months finds exactly the recorded changes", () => {
  let compared = 0;
  for (const customer of truth.customers) {
    for (const [index, state] of customer.states.slice(1).entries()) {
      const before = customer.states[index]?.month ?? "";
      const pair = [before, state.month].flatMap((month) => odditiesIn(customer, month));
      const skip = new Set(
        pair.filter((one) => COMPARISON_BREAKERS.has(one.kind)).map((one) => one.policyId ?? ""),
      );
      const found = compareMonths(monthOf(customer, before), monthOf(customer, state.month), skip);
      const recorded = customer.changes
        .filter((change) => change.from === before && change.to === state.month)
        .map((one) =>
          line(one.kind, { type: one.type, name: one.policy, id: one.policyId }, [
            one.path ?? "",
            asText(one.before),
            asText(one.after),
          ]),
        );
      expect(found, `${customer.slug} ${state.month}`).toEqual(recorded.sort());
      compared += found.length;
    }
  }
  expect(compared).toBe(truth.customers.flatMap((one) => one.changes).length);
  expect(compared).toBeGreaterThan(100);
});

test("every kind of drift and of oddity occurs", () => {
  const kinds = truth.customers.flatMap((one) => one.changes.map((change) => change.kind));
  const odd = truth.customers.flatMap((one) => one.oddities.map((oddity) => oddity.kind));
  expect(CHANGE_KINDS.filter((kind) => !kinds.includes(kind))).toEqual([]);
  expect(odd.sort()).toEqual([...ODDITY_KINDS].sort());
});

test("the counts of each month are those of its files and of its changes", () => {
  for (const customer of truth.customers) {
    for (const state of customer.states) {
      const month = monthOf(customer, state.month);
      expect(month.files).toBe(state.files);
      const lost = month.unreadable.length;
      const copies = odditiesIn(customer, state.month).some((one) => one.kind === "duplicate_id");
      const counted = Object.values(state.policies).reduce((sum, count) => sum + count, 0);
      expect(month.policies.length).toBe(counted - lost + (copies ? 1 : 0));
      for (const kind of CHANGE_KINDS) {
        const own = customer.changes.filter((one) => one.to === state.month && one.kind === kind);
        expect(state.changes[kind]).toBe(own.length);
      }
    }
  }
});

test("what is odd on disk is what the truth says, in these months and no others", () => {
  for (const customer of truth.customers) {
    for (const { month } of customer.states) {
      const expected = odditiesIn(customer, month).map((one) => [one.kind, [...one.files].sort()]);
      const found = findOddities(monthOf(customer, month));
      expect(sortedTexts(found), `${customer.slug} ${month}`).toEqual(sortedTexts(expected));
    }
  }
});

function findOddities(month: SeenMonth): [string, readonly string[]][] {
  const { policies, groups, migrated, unreadable } = month;
  const twice = (key: (policy: SeenPolicy) => string) =>
    policies.filter((one) => policies.some((other) => other !== one && key(other) === key(one)));
  const dangling = policies.filter((one) =>
    (JSON.parse(one.labels) as string[]).some((label) => {
      const [, group] = label.split(":");
      return group !== undefined && !groups.has(group);
    }),
  );
  const short = policies.filter((one) => one.declared !== null && one.declared > one.actual);
  const unlicensed = (month.coverage["types"] as Json[]).filter(
    (one) => one["status"] === "unlicensed",
  );
  expect(migrated.filter((id) => !groups.has(id))).toEqual([]);
  const all: [string, readonly string[]][] = [
    ["unreadable_file", unreadable],
    ["truncated_policy", files(short)],
    ["duplicate_id", files(twice((one) => one.id))],
    ["duplicate_name", files(twice((one) => one.name))],
    ["dangling_group", files(dangling)],
  ];
  return [
    ...all.filter(([, found]) => found.length > 0),
    ...unlicensed.map((): [string, readonly string[]] => ["unlicensed_type", []]),
  ];
}

function files(found: readonly SeenPolicy[]): readonly string[] {
  return found.map((one) => one.file).sort();
}
