import { SEVERITIES, type Severity } from "../drift/severity.ts";
import type { SnapshotItem } from "../snapshot/snapshot.ts";
import type { SortedFindings } from "./finding-lines.ts";
import type { AreaLine, CoverageLine, ReviewDocument } from "./review-document.ts";

/** How many objects were found, by how well they could be read. */
export function itemTotals(items: readonly SnapshotItem[]): ReviewDocument["totals"] {
  const inState = (state: SnapshotItem["state"]) =>
    items.filter((item) => item.state === state).length;
  return {
    items: items.length,
    read_whole: inState("ok"),
    unreadable: inState("unreadable"),
    incomplete: inState("incomplete"),
    ambiguous: inState("ambiguous"),
  };
}

export function openBySeverity({ open }: SortedFindings): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => open.filter((line) => line.severity === severity).length;
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as Record<
    Severity,
    number
  >;
}

/**
 * The four figures on top. With a baseline they count what was compared; without one nothing is aligned, and what
 * was read whole counts as checked.
 */
export function tilesOf(figures: {
  readonly areas: readonly AreaLine[];
  readonly totals: ReviewDocument["totals"];
  readonly openHigh: number;
  readonly hasBaseline: boolean;
}): ReviewDocument["tiles"] {
  const { areas, totals, openHigh, hasBaseline } = figures;
  if (!hasBaseline) {
    const notAssessed = totals.items - totals.read_whole;
    return {
      policies_checked: totals.read_whole,
      aligned: 0,
      open_high: openHigh,
      not_assessed: notAssessed,
    };
  }
  const sum = (of: (line: AreaLine) => number) => areas.reduce((all, line) => all + of(line), 0);
  const notAssessed = sum((line) => line.not_assessed);
  return {
    policies_checked: sum((line) => line.total) - notAssessed,
    aligned: sum((line) => line.aligned),
    open_high: openHigh,
    not_assessed: notAssessed,
  };
}

/** The types of which not everything was read, by their names. */
export function gapLabels(coverage: readonly CoverageLine[]): readonly string[] {
  return coverage.filter(({ status }) => status !== "complete").map(({ label }) => label);
}
