import type { ReviewInputs } from "./review-inputs.ts";
import type { EvidenceLine, ReviewDocument } from "./review-document.ts";

type Figures = Omit<ReviewDocument, "golden" | "next_steps" | "evidence" | "verdict">;
type Counts = Readonly<Record<string, number>>;

/** Every figure that the document states, with the question that it answers and the hash of what was asked. */
export function evidenceLines(document: Figures, driftHash: string): readonly EvidenceLine[] {
  const { inputs } = document;
  const drift = { source: "drift between baseline and snapshot", source_hash: driftHash };
  const { policies_checked, aligned, not_assessed, open_high } = document.tiles;
  const compared = document.baseline === null ? ofSnapshot(inputs, "items by state") : drift;
  return [
    ...lines(ofSnapshot(inputs, "items by state"), { ...document.totals }),
    ...lines(compared, { policies_checked, aligned, not_assessed }),
    ...lines(drift, { open_high, ...findingCounts(document) }),
    ...lines(
      {
        source: "decisions in force when the inputs were frozen",
        source_hash: inputs.dispositions_hash,
      },
      { accepted_deviations: document.accepted.length },
    ),
    ...document.areas.flatMap((line) => lines(drift, areaCounts(line))),
    ...lines(ofSnapshot(inputs, "coverage records"), coverageCounts(document)),
    ...lines(ofSnapshot(inputs, "assignments of policies by type and platform"), {
      ...inventoryCounts(document),
    }),
    ...lines(ofSnapshot(inputs, "policies that protect nobody"), unprotectingCounts(document)),
  ];
}

function ofSnapshot({ snapshot_hash }: ReviewInputs, query: string) {
  return { source: `environment_snapshot ${query}`, source_hash: snapshot_hash };
}

function lines(
  from: Pick<EvidenceLine, "source" | "source_hash">,
  counts: Counts,
): readonly EvidenceLine[] {
  return Object.entries(counts).map(([statement, figure]) => ({ statement, ...from, figure }));
}

function findingCounts(document: Figures): Counts {
  const { high: _counted, ...others } = document.open_by_severity;
  const bySeverity = Object.entries(others).map(([severity, count]) => [`open_${severity}`, count]);
  return {
    ...Object.fromEntries(bySeverity),
    open_findings: document.findings.length,
    weakened: document.findings.filter(({ weakened }) => weakened).length,
    conflicts: document.conflicts.length,
    not_judged: document.not_assessed.length,
  };
}

function areaCounts({ area, ...counts }: Figures["areas"][number]): Counts {
  return prefixed(`area: ${area}`, counts);
}

function coverageCounts({ coverage }: Figures): Counts {
  const byType = coverage.map(({ type, items }) => [`coverage: ${type}: items`, items]);
  return {
    types: coverage.length,
    types_complete: coverage.filter(({ status }) => status === "complete").length,
    ...Object.fromEntries(byType),
  };
}

function inventoryCounts({ inventory }: Figures): Counts {
  return Object.assign(
    {},
    ...inventory.map(({ type, platform, ...line }) => {
      const { policies, assigned, unassigned, assignment_unknown } = line;
      const counts = { policies, assigned, unassigned, assignment_unknown };
      return prefixed(`inventory: ${type}: ${platform ?? "no platform"}`, counts);
    }),
  ) as Counts;
}

function unprotectingCounts({ unprotecting }: Figures): Counts {
  const count = (because: string) =>
    unprotecting.filter((policy) => policy.because === because).length;
  return {
    protect_nobody: unprotecting.length,
    protect_nobody_unassigned: count("unassigned"),
    protect_nobody_disabled: count("disabled"),
    protect_nobody_report_only: count("report_only"),
  };
}

function prefixed(prefix: string, counts: Counts): Counts {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [`${prefix}: ${name}`, count]),
  );
}
