import { hashOf } from "../normal-form/hash-of.ts";
import { areaLabel } from "../provider/policy-type-row.ts";
import { type ItemType, typeArea, typeLabel, typeRole } from "../provider/policy-type.ts";
import type { CoverageRecord, SnapshotContent, SnapshotItem } from "../snapshot/snapshot.ts";
import { coverageWords } from "./coverage-words.ts";
import type {
  CoverageLine,
  DoubtfulItem,
  EvidenceLine,
  InventoryLine,
  ReviewDocument,
} from "./review-document.ts";
import type { ReviewInputs } from "./review-inputs.ts";

const NOT_ASSIGNED = hashOf("assignment", []);

/** Pure: the body of a review. Same inputs, same bytes. */
export function composeDocument(inputs: ReviewInputs, content: SnapshotContent): ReviewDocument {
  const { items } = content;
  const inState = (state: SnapshotItem["state"]) => items.filter((item) => item.state === state);
  const totals = {
    items: items.length,
    read_whole: inState("ok").length,
    unreadable: inState("unreadable").length,
    incomplete: inState("incomplete").length,
    ambiguous: inState("ambiguous").length,
  };
  const coverage = content.coverage.map(coverageLine);
  const coverageComplete = coverage.every(({ status }) => status === "complete");
  return {
    inputs,
    verdict: { coverage_complete: coverageComplete, text: verdictText(totals, coverage) },
    totals,
    coverage,
    inventory: inventoryOf(items),
    doubtful: items.flatMap(doubtfulItem),
    next_steps: coverage
      .filter(({ status }) => status !== "complete")
      .map((line) => line.next_step),
    evidence: evidenceOf(inputs, totals),
  };
}

/** The share of items that could be read whole; an environment without items is complete only if nothing is missing. */
export function completenessOf(document: ReviewDocument): number {
  const { items, unreadable, incomplete } = document.totals;
  return items === 0 ? 1 : (items - unreadable - incomplete) / items;
}

function coverageLine(record: CoverageRecord): CoverageLine {
  const { type, status, items } = record;
  return { type, label: typeLabel(type as ItemType), status, items, ...coverageWords(record) };
}

function inventoryOf(items: readonly SnapshotItem[]): readonly InventoryLine[] {
  const policies = items.filter(
    ({ type, state }) => typeRole(type as ItemType) === "policy" && state !== "unreadable",
  );
  return [...Map.groupBy(policies, ({ type }) => type)].map(([type, found]) => {
    const unassigned = found.filter(({ assignmentHash }) => assignmentHash === NOT_ASSIGNED).length;
    const unknown = found.filter(({ assignmentHash }) => assignmentHash === null).length;
    return {
      type,
      label: typeLabel(type as ItemType),
      area: areaLabel(typeArea(type as ItemType)),
      policies: found.length,
      assigned: found.length - unassigned - unknown,
      unassigned,
      assignment_unknown: unknown,
    };
  });
}

const DOUBT = {
  unreadable: "It could not be read. It is not known to be gone.",
  incomplete: "Fewer or more settings were found than it declares: the export is not whole.",
  ambiguous: "Nothing tells it apart from another object of its type.",
} as const;

function doubtfulItem(item: SnapshotItem): readonly DoubtfulItem[] {
  if (item.state === "ok") return [];
  return [
    {
      type: item.type,
      label: typeLabel(item.type as ItemType),
      // What could not be read has no name of its own: its key is what is known of it.
      item: item.metaHash === null ? item.itemKey : item.displayName,
      state: item.state,
      meaning: DOUBT[item.state],
    },
  ];
}

function verdictText(totals: ReviewDocument["totals"], coverage: readonly CoverageLine[]): string {
  const missing = coverage.filter(({ status }) => status !== "complete");
  const read = `${totals.read_whole} of ${totals.items} objects were read whole`;
  if (missing.length === 0) return `${read}. Every type that was found is covered completely.`;
  const names = missing.map(({ label }) => label).join(", ");
  return `${read}. Not assessed completely: ${names}.`;
}

function evidenceOf(
  inputs: ReviewInputs,
  totals: ReviewDocument["totals"],
): readonly EvidenceLine[] {
  return Object.entries(totals).map(([statement, figure]) => ({
    statement,
    source: "environment_snapshot items by state",
    source_hash: inputs.snapshot_hash,
    figure,
  }));
}
