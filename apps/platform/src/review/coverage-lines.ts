import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { areaLabel } from "../provider/policy-type-row.ts";
import { type ItemType, typeArea, typeLabel } from "../provider/policy-type.ts";
import type { CoverageRecord } from "../snapshot/snapshot.ts";
import { coverageWords } from "./coverage-words.ts";
import type { CoverageLine } from "./review-document.ts";

/** What of each type was read, with the words for it. */
export function coverageLines(records: readonly CoverageRecord[]): readonly CoverageLine[] {
  return records.toSorted(byType).map((record) => {
    const { type, status, items } = record;
    return {
      type,
      label: typeLabel(type as ItemType),
      area: areaLabel(typeArea(type as ItemType)),
      status,
      items,
      ...coverageWords(record),
    };
  });
}

function byType(one: CoverageRecord, other: CoverageRecord): number {
  return byCodeUnit(one.type, other.type);
}
