import type { BaselineVersion } from "../baseline/baseline.ts";
import type { DispositionInForce } from "../drift/disposition.ts";
import type { DriftReport } from "../drift/drift-report.ts";
import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { hashOf } from "../normal-form/hash-of.ts";
import type { JsonValue } from "../normal-form/json-value.ts";
import type { SnapshotPolicies, SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import { areaLines } from "./area-lines.ts";
import { coverageLines } from "./coverage-lines.ts";
import { doubtfulItems } from "./doubtful-items.ts";
import { evidenceLines } from "./evidence-lines.ts";
import { sortFindings } from "./finding-lines.ts";
import { goldenAnswers } from "./golden-answers.ts";
import { governedPolicies } from "./governed-policies.ts";
import { inventoryLines } from "./inventory-lines.ts";
import { nextSteps } from "./next-steps.ts";
import type { BaselineName, ReviewDocument } from "./review-document.ts";
import { groupNames } from "./group-names.ts";
import { itemTotals, openBySeverity, tilesOf } from "./review-figures.ts";
import type { ReviewInputs } from "./review-inputs.ts";
import { unprotectingPolicies } from "./unprotecting-policies.ts";
import { verdictText } from "./verdict-text.ts";

/** What a review is composed from; everything in it is named by a hash in its inputs. */
export interface ReviewMaterial {
  readonly inputs: ReviewInputs;
  readonly baseline: BaselineVersion | null;
  readonly current: SnapshotPolicies;
  readonly drift: DriftReport;
  readonly dispositions: readonly DispositionInForce[];
}

/** Pure: the body of a review. Same inputs, same bytes; no clock, no run and no name of the environment is in it. */
export function composeDocument(material: ReviewMaterial): ReviewDocument {
  const { inputs, baseline, current, drift } = material;
  const all = current.policies.toSorted(byTypeAndKey);
  const items = all.map(({ item }) => item);
  const coverage = coverageLines(current.coverage);
  const { dispositions } = material;
  const findings = sortFindings(drift.findings, {
    dispositions,
    coverage,
    groups: groupNames(items),
  });
  const acceptedKeys = new Set(findings.accepted.map((line) => line.finding_key));
  const hasBaseline = baseline !== null;
  const areas = hasBaseline ? areaLines(drift.policies, acceptedKeys, coverage) : [];
  const totals = itemTotals(items);
  const open = openBySeverity(findings);
  const policies = governedPolicies(all);
  const figures = {
    inputs,
    baseline: baselineName(baseline),
    tiles: tilesOf({ areas, totals, openHigh: open.high, hasBaseline }),
    totals,
    coverage,
    areas,
    open_by_severity: open,
    findings: findings.open,
    conflicts: findings.conflicts,
    accepted: findings.accepted,
    not_assessed: findings.notAssessed,
    unprotecting: unprotectingPolicies(policies),
    inventory: inventoryLines(policies),
    doubtful: doubtfulItems(items),
  };
  const body = {
    ...figures,
    verdict: {
      coverage_complete: coverage.every(({ status }) => status === "complete"),
      text: verdictText(figures),
    },
    next_steps: nextSteps(figures),
    evidence: evidenceLines(figures, driftHash(drift)),
  };
  return { ...body, golden: goldenAnswers(body) };
}

/** The share of items that could be read whole; an environment without items is complete only if nothing is missing. */
export function completenessOf(document: ReviewDocument): number {
  const { items, unreadable, incomplete } = document.totals;
  return items === 0 ? 1 : (items - unreadable - incomplete) / items;
}

function baselineName(baseline: BaselineVersion | null): BaselineName | null {
  if (baseline === null) return null;
  const { baselineId, name, version, versionHash } = baseline;
  return { baseline_id: baselineId, name, version, version_hash: versionHash };
}

/** The order in which a store gives them must not show in the bytes. */
function byTypeAndKey({ item: one }: SnapshotPolicy, { item: other }: SnapshotPolicy): number {
  return byCodeUnit(one.type, other.type) || byCodeUnit(one.itemKey, other.itemKey);
}

/** Whoever compares the same snapshot with the same baseline version by the same rules gets this hash. */
function driftHash(drift: DriftReport): string {
  // A report is plain JSON by its type; readonly interfaces have no index signature to say so.
  return hashOf("drift", drift as unknown as JsonValue);
}
