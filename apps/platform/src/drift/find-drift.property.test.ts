import * as fc from "fast-check";
import { expect, test } from "vitest";
import { choice } from "../normal-form/catalog-fixture.test-kit.ts";
import type { ExportItem, UnreadableEntry } from "../provider/export-reading.ts";
import { changesBetween } from "./changes-between.ts";
import { type ReadMonth, versionOf } from "./demo-month.test-kit.ts";
import type { FindingKind } from "./drift-finding.ts";
import { findDrift } from "./find-drift.ts";
import { accessPolicy, catalogPolicy, tenantOf, toGroup, unreadable } from "./tenant.test-kit.ts";

// Few names, ids, settings and groups, so that twins, copies, moves and conflicts are frequent.
const name = fc.constantFrom("A", "a", "B", "C - v1.2", "C", "D");
const id = fc.constantFrom(null, "1", "2", "3", "4", "5", "6");
const settings = fc
  .uniqueArray(fc.tuple(fc.constantFrom("p", "q", "r"), fc.constantFrom("0", "1")), {
    selector: ([definition]) => definition,
    minLength: 1,
  })
  .map((chosen) => chosen.map(([definition, option]) => choice(definition, option)));
const assignments = fc.constantFrom(null, [], [toGroup("g")], [toGroup("h")]);
const state = fc.constantFrom("enabled", "disabled", "enabledForReportingButNotEnforced");

const entry: fc.Arbitrary<ExportItem | UnreadableEntry> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(name, id, settings, assignments, fc.boolean()).map(asCatalog) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(name, id, state)
      .map(([own, key, is]) => accessPolicy(own, { id: key, state: is })),
  },
  { weight: 1, arbitrary: name.map((own) => unreadable(own)) },
);
const entries = fc.array(entry, { maxLength: 9 }).map(withOwnFiles);
const tenant = entries.map((all) => tenantOf(all));

type Drawn = [
  string,
  string | null,
  readonly ReturnType<typeof choice>[],
  readonly ReturnType<typeof toGroup>[] | null,
  boolean,
];

function asCatalog([own, key, chosen, targets, truncated]: Drawn): ExportItem {
  const settingCount = chosen.length + (truncated && chosen.length > 1 ? 3 : 0);
  return catalogPolicy(own, chosen, { id: key, assignments: targets, settingCount });
}

function withOwnFiles(all: readonly (ExportItem | UnreadableEntry)[]) {
  return all.map((one, index) => ({ ...one, file: `${index}-${one.file}` }));
}

const NO_DRIFT: readonly FindingKind[] = [
  "unreadable",
  "incomplete",
  "ambiguous",
  "not_assessed",
  "setting_conflict",
];

function compare(expected: ReadMonth, current: ReadMonth) {
  return findDrift({ environmentId: "e", baseline: versionOf(expected), current, pins: [] });
}

test("a tenant does not drift from itself, whatever is odd about it", () => {
  fc.assert(
    fc.property(tenant, (own) => {
      const kinds = compare(own, own).findings.map(({ kind }) => kind);
      expect(kinds.filter((kind) => !NO_DRIFT.includes(kind))).toEqual([]);
      expect(changesBetween(own, own)).toEqual([]);
    }),
  );
});

test("the order in which policies were read changes nothing", () => {
  const shuffled = entries.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(tenant, shuffled, (expected, [all, mixed]) => {
      expect(compare(expected, tenantOf(mixed))).toEqual(compare(expected, tenantOf(all)));
      expect(changesBetween(expected, tenantOf(mixed))).toEqual(
        changesBetween(expected, tenantOf(all)),
      );
    }),
  );
});

test("every finding has a key of its own, and every key of a policy is a finding", () => {
  fc.assert(
    fc.property(tenant, tenant, (expected, current) => {
      const { findings, policies } = compare(expected, current);
      const keys = new Set(findings.map(({ finding_key }) => finding_key));
      expect(keys.size).toBe(findings.length);
      expect(policies.flatMap((one) => one.findings).filter((key) => !keys.has(key))).toEqual([]);
    }),
  );
});

test("a finding keeps its key while other policies come and go", () => {
  const others = fc
    .constantFrom("X", "Y", "Z")
    .map((own) => catalogPolicy(own, [choice("z", "1")]));
  const expected = tenantOf([catalogPolicy("Firewall", [choice("p", "1")])]);
  const drifted = catalogPolicy("Firewall", [choice("p", "0")]);
  const keyIn = (current: ReadMonth) =>
    compare(expected, current).findings.find(({ kind }) => kind === "setting_changed")?.finding_key;
  const key = keyIn(tenantOf([drifted]));
  expect(key).toMatch(/^finding1:[0-9a-f]{64}$/);
  fc.assert(fc.property(others, (other) => keyIn(tenantOf([other, drifted])) === key));
});

test("absence is stated only of types that were covered completely", () => {
  fc.assert(
    fc.property(tenant, tenant, (expected, current) => {
      const covered = new Set(
        current.coverage.filter(({ status }) => status === "complete").map(({ type }) => type),
      );
      const missing = compare(expected, current).findings.filter(
        ({ kind }) => kind === "missing_policy",
      );
      const removed = changesBetween(expected, current).filter(
        ({ kind }) => kind === "policy_removed",
      );
      expect([...missing, ...removed].filter(({ type }) => !covered.has(type))).toEqual([]);
    }),
  );
});
