import type { RunId } from "settled";
import type { FrozenManifest } from "../store/review-manifest-store.ts";
import { composeDocument } from "./compose-document.ts";
import type { CandidateReview, ReviewEvidence } from "./review-evidence.ts";
import { lineageKey, reviewFingerprint } from "./review-inputs.ts";
import {
  ACCESS,
  CATALOG,
  catalogPolicy,
  coverageOf,
  materialOf,
  snapshotOf,
} from "./review-material.test-kit.ts";
import type { EnvironmentReview } from "./review.ts";
import { documentBlob } from "./stored-document.ts";

const POLICIES = [catalogPolicy("Antivirus", { puaprotection: "1" })];
const MATERIAL = materialOf({ current: snapshotOf(POLICIES) });
const { inputs: INPUTS } = MATERIAL;
const RUN = "00000000-0000-7000-8000-000000000001" as RunId;
export const OTHER_RUN = "00000000-0000-7000-8000-000000000002" as RunId;
const WHOLE = composeDocument(MATERIAL);
export const WITH_GAPS = composeDocument(
  materialOf({
    current: snapshotOf(POLICIES, [coverageOf(CATALOG), coverageOf(ACCESS, "unlicensed")]),
  }),
);
export const MAY = new Date("2026-05-31T00:00:00Z");
export const JUNE = new Date("2026-06-30T00:00:00Z");

export function review(changes: Partial<EnvironmentReview> = {}): EnvironmentReview {
  return {
    reviewId: "r1",
    environmentId: "e",
    composedByRunId: RUN,
    fingerprint: reviewFingerprint(INPUTS),
    lineageKey: lineageKey(INPUTS, null),
    sequence: 1,
    supersedesId: null,
    documentHash: documentBlob(WHOLE).hash,
    completeness: 1,
    status: "current",
    snapshotId: "s1",
    periodKey: "2026-05",
    baselineId: null,
    baselineVersion: null,
    asOf: MAY,
    createdAt: MAY,
    ...changes,
  };
}

export function candidate(changes: Partial<CandidateReview> = {}): CandidateReview {
  const shown = changes.review ?? review();
  const evidenceLines = (changes.document ?? WHOLE).evidence.length;
  return { review: shown, document: WHOLE, evidenceLines, lineage: [shown], ...changes };
}

export const MANIFEST: FrozenManifest = {
  fingerprint: reviewFingerprint(INPUTS),
  lineageKey: lineageKey(INPUTS, null),
  inputs: INPUTS,
  snapshotId: "s1",
  baselineId: null,
  baselineVersion: null,
  decisions: { dispositions: [], pins: [] },
  documentHash: documentBlob(WHOLE).hash,
  asOf: MAY,
};

export function evidence(changes: Partial<ReviewEvidence> = {}): ReviewEvidence {
  return {
    elsewhere: 0,
    manifest: MANIFEST,
    own: [],
    equivalent: [],
    unattributed: [],
    lineage: [],
    blocker: null,
    ...changes,
  };
}
