import { hashOf } from "../normal-form/hash-of.ts";
import { NORMALISER_VERSION } from "../normal-form/normaliser-version.ts";

export const REVIEW_TEMPLATE = { id: "environment-review", version: 1 } as const;

/** The ten values that a review's body is a pure function of. */
export interface ReviewInputs {
  readonly schema: 1;
  readonly workspace_id: string;
  readonly environment_id: string;
  readonly template: { readonly id: string; readonly version: number };
  readonly snapshot_hash: string;
  readonly baseline_version_hash: string | null;
  readonly ruleset_hash: string;
  readonly dispositions_hash: string;
  /** `2026-05`, `2026-Q2` or `adhoc`. */
  readonly period_key: string;
  readonly locale: "en";
}

/** Changes when the rules by which the same inputs are told change. */
const RULESET = { composer: 1, normaliser: String(NORMALISER_VERSION), rules: [] } as const;

export function reviewInputs(values: {
  readonly workspaceId: string;
  readonly environmentId: string;
  readonly snapshotHash: string;
  readonly periodKey: string;
}): ReviewInputs {
  return {
    schema: 1,
    workspace_id: values.workspaceId,
    environment_id: values.environmentId,
    template: REVIEW_TEMPLATE,
    snapshot_hash: values.snapshotHash,
    baseline_version_hash: null,
    ruleset_hash: hashOf("ruleset", { ...RULESET, rules: [...RULESET.rules] }),
    dispositions_hash: hashOf("dispositions", []),
    period_key: values.periodKey,
    locale: "en",
  };
}

/** What makes two reviews the same review. */
export function reviewFingerprint(inputs: ReviewInputs): string {
  return hashOf("rf", { ...inputs, template: { ...inputs.template } });
}

/** Reviews of one environment, template, baseline and cadence follow each other. */
export function lineageKey(inputs: ReviewInputs): string {
  return hashOf("lineage", [
    inputs.workspace_id,
    inputs.environment_id,
    inputs.template.id,
    null,
    cadenceOf(inputs.period_key),
  ]);
}

export function cadenceOf(periodKey: string): "monthly" | "quarterly" | "adhoc" {
  if (/^\d{4}-\d{2}$/.test(periodKey)) return "monthly";
  return /^\d{4}-Q[1-4]$/.test(periodKey) ? "quarterly" : "adhoc";
}
