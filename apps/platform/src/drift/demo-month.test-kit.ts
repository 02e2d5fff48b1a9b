import { join } from "node:path";
import type { Change } from "../demo-data/change.ts";
import type { BaselineVersion } from "../baseline/baseline.ts";
import { baselineContentOf, type BaselineRules } from "../baseline/baseline-content-of.ts";
import { baselineDocument } from "../baseline/baseline-document.ts";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { policiesOfReading } from "../snapshot/policies-of-reading.ts";
import type { SnapshotPolicies } from "../snapshot/snapshot-policy.ts";
import { snapshotOfReading } from "../snapshot/snapshot-of-reading.ts";

export type ReadMonth = Pick<SnapshotPolicies, "policies" | "coverage">;

export const EXPORTED_TYPES: Readonly<Record<string, string>> = {
  SettingsCatalog: "configurationPolicies",
  CompliancePolicies: "deviceCompliancePolicies",
  ConditionalAccess: "conditionalAccessPolicies",
};

/** One month of the demo as the platform reads it: the real folder reader, the real normal form. */
export async function readDemoMonth(...path: readonly string[]): Promise<ReadMonth> {
  return policiesOfReading(snapshotOfReading(await readExportFolder({ root: join(...path) })));
}

export const EXACT_WITH_ASSIGNMENTS: BaselineRules = {
  mode: "exact",
  severity: null,
  withAssignments: true,
  excludedPaths: [],
  rationale: "",
};

export function versionOf(source: ReadMonth, rules = EXACT_WITH_ASSIGNMENTS): BaselineVersion {
  const content = { name: "Demo", version: 1, ...baselineContentOf(source, rules) };
  const { versionHash } = baselineDocument(content);
  return { baselineId: "b-demo", ...content, versionHash, releasedAt: new Date(0) };
}

export function isCovered({ coverage }: ReadMonth, type: string): boolean {
  return coverage.some((record) => record.type === type && record.status === "complete");
}

export interface Pair {
  readonly before: ReadMonth;
  readonly now: ReadMonth;
  readonly changes: readonly Change[];
}
