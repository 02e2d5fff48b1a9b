import { typeLabel, type ItemType } from "../provider/policy-type.ts";
import type { ComparedPolicy } from "./compared-policy.ts";
import type { ComparedSide } from "./compared-side.ts";
import type { ChangedPolicy, Comparison } from "./comparison.ts";
import type { MovedSetting } from "./find-moves.ts";
import { settingCountMismatches } from "./side-counts.ts";

type Row = readonly [what: string, which: string, more: string];

/** What a person should see of a comparison, the worst first: what is not known comes before what differs. */
export function comparisonRows(comparison: Comparison): readonly Row[] {
  const { baseline, current, removed, added, renamed, ambiguous, unjudged } = comparison;
  const changed = comparison.changed.toSorted((left, right) => leavesOf(right) - leavesOf(left));
  return [
    ...unreadableRows("current", current),
    ...unreadableRows("baseline", baseline),
    ...unjudged.inBaseline.map((policy) => unjudgedRow(policy, "current")),
    ...unjudged.inCurrent.map((policy) => unjudgedRow(policy, "baseline")),
    ...mismatchRows("current", current),
    ...mismatchRows("baseline", baseline),
    ...ambiguous.map(({ key, inBaseline, inCurrent }): Row => {
      const times = `${inBaseline} in the baseline, ${inCurrent} in the current export`;
      return ["ambiguous", key.name, `${typeLabel(key.type as ItemType)}: ${times}`];
    }),
    ...removed.map((policy): Row => ["removed", policy.displayName, labelOf(policy)]),
    ...changed.map((one): Row => ["changed", one.current.displayName, leafWords(one)]),
    ...moveRows(comparison.moved),
    ...renamed.map(({ from, to }): Row => ["renamed", from.displayName, `now ${to.displayName}`]),
    ...added.map((policy): Row => ["added", policy.displayName, labelOf(policy)]),
  ];
}

/** The sums below the table. */
export function comparisonNotes(comparison: Comparison): readonly string[] {
  const { unchanged, changed, added, removed, renamed, ambiguous, unjudged } = comparison;
  const unknown = unjudged.inBaseline.length + unjudged.inCurrent.length;
  const nothing = comparisonRows(comparison).length === 0 ? ["Nothing differs."] : [];
  return [
    ...nothing,
    sideNote("Baseline", comparison.baseline),
    sideNote("Current", comparison.current),
    [
      `${unchanged + changed.length} in both: ${unchanged} unchanged, ${changed.length} changed.`,
      `${removed.length} removed, ${added.length} added, ${renamed.length} renamed,`,
      `${ambiguous.length} ambiguous, ${unknown} not judged.`,
    ].join(" "),
  ];
}

function sideNote(side: string, { policies, unreadable, ignored }: ComparedSide): string {
  const read = policies.length === 1 ? "1 object" : `${policies.length} objects`;
  const other = ignored.length === 1 ? "1 other entry is" : `${ignored.length} other entries are`;
  const more = ignored.length === 0 ? "" : `; ${other} no policy`;
  return `${side}: ${read} read, ${unreadable.length} could not be read${more}.`;
}

function unreadableRows(side: string, { unreadable }: ComparedSide): readonly Row[] {
  return unreadable.map(({ file, detail }) => [`not read (${side})`, file, detail]);
}

function unjudgedRow(policy: ComparedPolicy, side: string): Row {
  return ["not judged", policy.displayName, `may be in what could not be read (${side})`];
}

function mismatchRows(side: string, { policies }: ComparedSide): readonly Row[] {
  return settingCountMismatches(policies).map(({ name, declared, actual }) => [
    `incomplete (${side})`,
    name,
    `declares ${declared}, holds ${actual} settings`,
  ]);
}

/** One row for all settings that went the same way. */
function moveRows(moved: readonly MovedSetting[]): readonly Row[] {
  const ways = Map.groupBy(moved, ({ from, to }) => JSON.stringify([from, to]));
  return [...ways.values()].flatMap((same): Row[] => {
    const [first] = same;
    if (first === undefined) return [];
    const values = same.length === 1 ? first.path : `${same.length} settings`;
    return [["moved", first.from.join(", "), `${values} unchanged to ${first.to.join(", ")}`]];
  });
}

function leavesOf({ leaves }: ChangedPolicy): number {
  return leaves.added + leaves.removed + leaves.changed;
}

function leafWords({ leaves }: ChangedPolicy): string {
  const { added, removed, changed } = leaves;
  return [
    ...(removed > 0 ? [`${values(removed)} missing`] : []),
    ...(changed > 0 ? [`${values(changed)} changed`] : []),
    ...(added > 0 ? [`${values(added)} more`] : []),
  ].join(", ");
}

function values(count: number): string {
  return count === 1 ? "1 value" : `${count} values`;
}

function labelOf({ key }: ComparedPolicy): string {
  return typeLabel(key.type as ItemType);
}
