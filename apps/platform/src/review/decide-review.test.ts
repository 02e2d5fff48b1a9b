import type { RunId } from "settled";
import { describe, expect, test } from "vitest";
import { composeDocument } from "./compose-document.ts";
import { decideReview } from "./decide-review.ts";
import type { CandidateReview, ReviewEvidence } from "./review-evidence.ts";
import { lineageKey, reviewFingerprint, reviewInputs } from "./review-inputs.ts";
import type { EnvironmentReview } from "./review.ts";

const INPUTS = reviewInputs({
  workspaceId: "w",
  environmentId: "e",
  snapshotHash: "snapshot1:x",
  periodKey: "2026-05",
});
const RUN = "00000000-0000-7000-8000-000000000001" as RunId;
const WHOLE = composeDocument(INPUTS, { items: [], coverage: [] });
const WITH_GAPS = composeDocument(INPUTS, {
  items: [],
  coverage: [{ type: "intents", status: "unlicensed", items: 0, reason: "stated_as_unlicensed" }],
});

function review(changes: Partial<EnvironmentReview> = {}): EnvironmentReview {
  return {
    reviewId: "r1",
    environmentId: "e",
    composedByRunId: RUN,
    fingerprint: reviewFingerprint(INPUTS),
    lineageKey: lineageKey(INPUTS),
    sequence: 1,
    supersedesId: null,
    documentHash: "document1:x",
    completeness: 1,
    status: "current",
    snapshotId: "s1",
    periodKey: "2026-05",
    asOf: new Date("2026-05-31T00:00:00Z"),
    createdAt: new Date("2026-05-31T00:00:00Z"),
    ...changes,
  };
}

function candidate(changes: Partial<CandidateReview> = {}): CandidateReview {
  const shown = changes.review ?? review();
  return { review: shown, document: WHOLE, evidenceLines: 5, lineage: [shown], ...changes };
}

const MANIFEST = {
  fingerprint: reviewFingerprint(INPUTS),
  lineageKey: lineageKey(INPUTS),
  inputs: INPUTS,
  snapshotId: "s1",
  asOf: new Date("2026-05-31T00:00:00Z"),
};

const ACTIVE = {
  workspaceId: "w",
  environmentId: "e",
  name: "E",
  state: "active",
  provider: { kind: "folder", root: "/x" },
} as NonNullable<ReviewEvidence["environment"]>;

function evidence(changes: Partial<ReviewEvidence> = {}): ReviewEvidence {
  return {
    environment: ACTIVE,
    snapshotExists: true,
    manifest: MANIFEST,
    own: [],
    equivalent: [],
    head: null,
    ...changes,
  };
}

const successor = review({ reviewId: "r2", sequence: 2, supersedesId: "r1" });

const TABLE: readonly [string, string, string, string, ReviewEvidence][] = [
  [
    "C0",
    "nothing was frozen and nothing is in the way",
    "failed",
    "nothing_produced",
    evidence({ manifest: null }),
  ],
  [
    "C1",
    "there is no snapshot",
    "blocked",
    "snapshot_missing",
    evidence({ manifest: null, snapshotExists: false }),
  ],
  [
    "C1",
    "the environment is suspended",
    "blocked",
    "environment_suspended",
    evidence({ manifest: null, environment: { ...ACTIVE, state: "suspended" } }),
  ],
  [
    "C1",
    "the environment is gone",
    "blocked",
    "environment_missing",
    evidence({ manifest: null, environment: null }),
  ],
  ["C2", "inputs were frozen, nothing was composed", "failed", "nothing_produced", evidence()],
  ["C5", "its own review stands", "succeeded", "review_composed", evidence({ own: [candidate()] })],
  [
    "C6",
    "another run's review has the content",
    "succeeded",
    "equivalent_exists",
    evidence({ equivalent: [candidate()] }),
  ],
  [
    "C7",
    "a newer review took the place",
    "failed",
    "newer_head_exists",
    evidence({ head: review({ asOf: new Date("2026-06-30T00:00:00Z") }) }),
  ],
  [
    "C8",
    "its own review was replaced since",
    "succeeded",
    "review_superseded",
    evidence({
      own: [
        candidate({
          review: review({ status: "superseded" }),
          lineage: [review({ status: "superseded" }), successor],
        }),
      ],
    }),
  ],
  [
    "C9",
    "figures lack their evidence",
    "partially_succeeded",
    "document_incomplete",
    evidence({ own: [candidate({ evidenceLines: 0 })] }),
  ],
  [
    "C10",
    "the coverage has gaps",
    "partially_succeeded",
    "coverage_partial",
    evidence({ own: [candidate({ document: WITH_GAPS })] }),
  ],
  [
    "C11",
    "the document is gone or changed",
    "attention_required",
    "document_untrustworthy",
    evidence({ own: [candidate({ document: null })] }),
  ],
  [
    "C12",
    "two reviews bear the run",
    "attention_required",
    "ambiguous",
    evidence({ own: [candidate(), candidate({ review: review({ reviewId: "r9" }) })] }),
  ],
  [
    "C12",
    "two reviews have the content",
    "attention_required",
    "ambiguous",
    evidence({ equivalent: [candidate(), candidate({ review: review({ reviewId: "r9" }) })] }),
  ],
  [
    "C12",
    "the lineage has two heads",
    "attention_required",
    "ambiguous",
    evidence({
      own: [candidate({ lineage: [review(), review({ reviewId: "r9", sequence: 2 })] })],
    }),
  ],
  [
    "C12",
    "two reviews replace the same one",
    "attention_required",
    "ambiguous",
    evidence({
      own: [
        candidate({
          lineage: [
            review(),
            successor,
            review({ reviewId: "r3", sequence: 3, supersedesId: "r1" }),
          ],
        }),
      ],
    }),
  ],
  [
    "C12",
    "the lineage runs in a circle",
    "attention_required",
    "ambiguous",
    evidence({ own: [candidate({ lineage: [review({ supersedesId: "r2" }), successor] })] }),
  ],
  [
    "C12",
    "the lineage has a broken link",
    "attention_required",
    "ambiguous",
    evidence({ own: [candidate({ lineage: [review({ supersedesId: "gone" })] })] }),
  ],
  [
    "C15",
    "its review was withdrawn since",
    "succeeded",
    "review_withdrawn",
    evidence({ own: [candidate({ review: review({ status: "withdrawn" }), document: null })] }),
  ],
];

describe("what became of a composition", () => {
  test.each(TABLE)("%s: when %s, the run is %s (%s)", (_point, _when, outcome, reason, seen) => {
    const decision = decideReview(seen);
    expect([decision.decision, decision.reason]).toEqual([outcome, reason]);
    expect(decideReview(seen)).toEqual(decision);
    if (outcome === "attention_required" || outcome === "failed") {
      expect("related" in decision).toBe(false);
    }
  });

  test("candidates are listed for a person and none is picked", () => {
    const second = candidate({ review: review({ reviewId: "r9" }) });
    expect(decideReview(evidence({ own: [candidate(), second] }))).toMatchObject({
      candidates: [{ id: "r1" }, { id: "r9" }],
    });
  });
});
