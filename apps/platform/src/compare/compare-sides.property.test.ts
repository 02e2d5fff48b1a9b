import * as fc from "fast-check";
import { expect, test } from "vitest";
import { choice, policy } from "../normal-form/catalog-fixture.test-kit.ts";
import type { ExportItem, UnreadableEntry } from "../provider/export-reading.ts";
import { comparedPolicy } from "./compared-policy.ts";
import type { ComparedSide } from "./compared-side.ts";
import { compareSides } from "./compare-sides.ts";
import { comparisonJson } from "./comparison-json.ts";

const NAMES = ["A", "a", "B", "C - v1.0", "C", "D", "E"];

// Few names, settings and values, so that keys, ids and contents collide often.
const items = fc.array(
  fc.record({
    name: fc.constantFrom(...NAMES),
    id: fc.constantFrom("1", "2", "3", null),
    options: fc.uniqueArray(fc.tuple(fc.constantFrom("x", "y", "z"), fc.constantFrom("1", "2")), {
      selector: ([setting]) => setting,
    }),
  }),
  { maxLength: 8 },
);
const unreadableNames = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 3 });

const sides = fc
  .record({ items, unreadableNames })
  .map(({ items, unreadableNames }): ComparedSide => ({
    policies: items.map(({ name, id, options }, index) => {
      const json = policy(
        options.map(([setting, option]) => choice(setting, option)),
        { name, id },
      );
      const facts = { type: "configurationPolicies", displayName: name, providerId: id } as const;
      return comparedPolicy({ ...facts, file: `${index}.json`, json } as unknown as ExportItem);
    }),
    unreadable: unreadableNames.map((nameHint) => unreadable(nameHint)),
    ignored: [],
    uncollected: [],
  }));

function unreadable(nameHint: string): UnreadableEntry {
  return {
    state: "unreadable",
    file: `bad/${nameHint}.json`,
    entry: "file",
    reason: "not_json",
    detail: "",
    bytes: null,
    rawHash: null,
    typeHint: "configurationPolicies",
    nameHint,
  };
}

test("an export compared with itself is all unchanged", () => {
  fc.assert(
    fc.property(sides, (side) => {
      const { changed, added, removed, renamed, moved, ambiguous, unchanged } = compareSides(
        side,
        side,
      );
      expect({ changed, added, removed, renamed, moved }).toEqual({
        changed: [],
        added: [],
        removed: [],
        renamed: [],
        moved: [],
      });
      const twice = ambiguous.reduce((sum, { inBaseline }) => sum + inBaseline, 0);
      expect(unchanged).toBe(side.policies.length - twice);
    }),
  );
});

test("the other way round, added is removed and from is to", () => {
  fc.assert(
    fc.property(sides, sides, (baseline, current) => {
      const there = comparisonJson(compareSides(baseline, current));
      const back = comparisonJson(compareSides(current, baseline));
      expect(back.baseline).toEqual(there.current);
      expect(back.policies.added).toEqual(there.policies.removed);
      expect(back.policies.removed).toEqual(there.policies.added);
      expect(back.policies.ambiguous).toEqual(there.policies.ambiguous);
      expect(back.policies.unchanged).toBe(there.policies.unchanged);
      const turned = back.policies.renamed.map(({ from, to }) => ({ from: to, to: from }));
      expect(new Set(turned.map((one) => JSON.stringify(one)))).toEqual(
        new Set(there.policies.renamed.map((one) => JSON.stringify(one))),
      );
      expect(back.moved.map(({ path, from, to }) => ({ path, from: to, to: from }))).toEqual(
        there.moved,
      );
      const { added, removed, changed } = there.leaves;
      expect(back.leaves).toEqual({ added: removed, removed: added, changed });
    }),
  );
});

test("the order of the files changes nothing", () => {
  fc.assert(
    fc.property(sides, sides, fc.nat(), (baseline, current, seed) => {
      const shuffled = (side: ComparedSide): ComparedSide => ({
        ...side,
        policies: rotated(side.policies, seed).toReversed(),
        unreadable: rotated(side.unreadable, seed),
      });
      expect(
        JSON.stringify(comparisonJson(compareSides(shuffled(baseline), shuffled(current)))),
      ).toBe(JSON.stringify(comparisonJson(compareSides(baseline, current))));
    }),
  );
});

test("every policy of both sides is in exactly one place, and the sums add up", () => {
  fc.assert(
    fc.property(sides, sides, (baseline, current) => {
      const found = compareSides(baseline, current);
      const { unchanged, changed, added, removed, renamed, ambiguous, unjudged } = found;
      const matched = unchanged + changed.length + renamed.length;
      const times = (of: "inBaseline" | "inCurrent") =>
        ambiguous.reduce((sum, one) => sum + one[of], 0);
      expect(matched + removed.length + unjudged.inBaseline.length + times("inBaseline")).toBe(
        baseline.policies.length,
      );
      expect(matched + added.length + unjudged.inCurrent.length + times("inCurrent")).toBe(
        current.policies.length,
      );
    }),
  );
});

test("what cannot be read on one side is never removed, added or renamed", () => {
  fc.assert(
    fc.property(sides, sides, (baseline, current) => {
      const { removed, added, renamed } = compareSides(baseline, current);
      const keys = (side: ComparedSide) =>
        side.unreadable.map(({ nameHint }) => nameHint.replace(" - v1.0", "").toLowerCase());
      const names = (list: typeof removed) => list.map(({ key }) => key.name);
      const gone = [...names(removed), ...names(renamed.map(({ from }) => from))];
      const come = [...names(added), ...names(renamed.map(({ to }) => to))];
      expect(gone.filter((name) => keys(current).includes(name))).toEqual([]);
      expect(come.filter((name) => keys(baseline).includes(name))).toEqual([]);
    }),
  );
});

function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
