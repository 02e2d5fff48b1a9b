import { DRIFT_RULESET } from "../drift/drift-ruleset.ts";
import { hashOf } from "../normal-form/hash-of.ts";
import { NORMALISER_VERSION } from "../normal-form/normaliser-version.ts";

export const REVIEW_TEMPLATE = { id: "environment-review", version: 1 } as const;

/** Goes up with every change of what the composer writes for the same inputs. */
const COMPOSER_VERSION = 2;

/** Changes when the rules by which the same inputs are told change. */
export const RULESET_HASH: string = hashOf("ruleset", {
  composer: COMPOSER_VERSION,
  drift: DRIFT_RULESET,
  normaliser: String(NORMALISER_VERSION),
});

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

export function reviewInputs(values: {
  readonly workspaceId: string;
  readonly environmentId: string;
  readonly snapshotHash: string;
  readonly baselineVersionHash: string | null;
  readonly decisionsHash: string;
  readonly periodKey: string;
}): ReviewInputs {
  return {
    schema: 1,
    workspace_id: values.workspaceId,
    environment_id: values.environmentId,
    template: REVIEW_TEMPLATE,
    snapshot_hash: values.snapshotHash,
    baseline_version_hash: values.baselineVersionHash,
    ruleset_hash: RULESET_HASH,
    dispositions_hash: values.decisionsHash,
    period_key: values.periodKey,
    locale: "en",
  };
}

/** What makes two reviews the same review. */
export function reviewFingerprint(inputs: ReviewInputs): string {
  return hashOf("rf", { ...inputs, template: { ...inputs.template } });
}

/** Reviews of one environment, template, baseline and cadence follow each other. */
export function lineageKey(inputs: ReviewInputs, baselineId: string | null): string {
  return hashOf("lineage", [
    inputs.workspace_id,
    inputs.environment_id,
    inputs.template.id,
    baselineId,
    cadenceOf(inputs.period_key),
  ]);
}

function cadenceOf(periodKey: string): "monthly" | "quarterly" | "adhoc" {
  if (/^\d{4}-\d{2}$/.test(periodKey)) return "monthly";
  return /^\d{4}-Q[1-4]$/.test(periodKey) ? "quarterly" : "adhoc";
}
