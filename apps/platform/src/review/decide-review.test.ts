import { describe, expect, test } from "vitest";
import { decideReview } from "./decide-review.ts";
import type { ReviewEvidence } from "./review-evidence.ts";
import {
  candidate,
  evidence,
  JUNE,
  MANIFEST,
  MAY,
  OTHER_RUN,
  review,
  WITH_GAPS,
} from "./review-evidence.test-kit.ts";
import type { EnvironmentReview } from "./review.ts";

const NOT_FROZEN = { manifest: null } as const;
const other = (changes: Partial<EnvironmentReview> = {}) =>
  review({ reviewId: "r9", composedByRunId: OTHER_RUN, ...changes });
const first = (status: EnvironmentReview["status"] = "superseded") => review({ status });
const second = (changes: Partial<EnvironmentReview> = {}) =>
  review({ reviewId: "r2", sequence: 2, supersedesId: "r1", composedByRunId: null, ...changes });
const inLineage = (...lineage: EnvironmentReview[]) =>
  candidate({ review: lineage[0] ?? review(), lineage });

type Row = readonly [point: string, when: string, outcome: string, reason: string, ReviewEvidence];

const TABLE: readonly Row[] = [
  ["C0", "nothing was frozen", "failed", "nothing_produced", evidence(NOT_FROZEN)],
  ...(
    [
      "environment_missing",
      "environment_suspended",
      "snapshot_missing",
      "baseline_not_released",
      "coverage_below_policy",
    ] as const
  ).map((blocker): Row => [
    "C1",
    blocker,
    "blocked",
    blocker,
    evidence({ ...NOT_FROZEN, blocker }),
  ]),
  [
    "C2",
    "inputs were frozen and nothing was composed",
    "failed",
    "nothing_produced",
    evidence({ manifest: { ...MANIFEST, documentHash: null } }),
  ],
  ["C3", "a document was kept and no review", "failed", "nothing_produced", evidence()],
  [
    "C4",
    "the transaction was rolled back and the old head stands",
    "failed",
    "nothing_produced",
    evidence({ lineage: [other({ asOf: new Date("2026-04-30T00:00:00Z") })] }),
  ],
  ["C5", "its own review stands", "succeeded", "review_composed", evidence({ own: [candidate()] })],
  [
    "C6",
    "another run's review has the content",
    "succeeded",
    "equivalent_exists",
    evidence({ equivalent: [candidate({ review: other() })] }),
  ],
  [
    "C7",
    "a review of later inputs took the place",
    "failed",
    "newer_head_exists",
    evidence({ lineage: [other({ asOf: JUNE })] }),
  ],
  [
    "C7",
    "the later review was withdrawn, so its place is free",
    "failed",
    "nothing_produced",
    evidence({ lineage: [other({ asOf: JUNE, status: "withdrawn" })] }),
  ],
  [
    "C8",
    "its own review was replaced since",
    "succeeded",
    "review_superseded",
    evidence({ own: [inLineage(first(), second())] }),
  ],
  [
    "C8",
    "what had replaced it was marked as invalid, so it is the newest again",
    "succeeded",
    "review_composed",
    evidence({ own: [inLineage(first("current"), second({ status: "invalid" }))] }),
  ],
  [
    "C9",
    "figures lack their evidence",
    "partially_succeeded",
    "document_incomplete",
    evidence({ own: [candidate({ evidenceLines: 0 })] }),
  ],
  [
    "C9",
    "it is still a draft",
    "partially_succeeded",
    "document_incomplete",
    evidence({ own: [candidate({ review: review({ status: "draft" }) })] }),
  ],
  [
    "C10",
    "the coverage has gaps",
    "partially_succeeded",
    "coverage_partial",
    evidence({ own: [candidate({ document: WITH_GAPS })] }),
  ],
  [
    "C10",
    "another run's review of the content has gaps",
    "partially_succeeded",
    "coverage_partial",
    evidence({ equivalent: [candidate({ review: other(), document: WITH_GAPS })] }),
  ],
  [
    "C11",
    "the document is gone or changed",
    "attention_required",
    "document_untrustworthy",
    evidence({ own: [candidate({ document: null })] }),
  ],
  [
    "C11",
    "the document of another run's review is gone or changed",
    "attention_required",
    "document_untrustworthy",
    evidence({ equivalent: [candidate({ review: other(), document: null })] }),
  ],
  [
    "C11",
    "its review was marked as invalid since",
    "attention_required",
    "review_invalid",
    evidence({ own: [candidate({ review: review({ status: "invalid" }), document: null })] }),
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
    evidence({ equivalent: [candidate(), candidate({ review: other() })] }),
  ],
  [
    "C12",
    "the review of the same inputs has another document than the run composed",
    "attention_required",
    "ambiguous",
    evidence({ equivalent: [candidate({ review: other({ documentHash: "document1:other" }) })] }),
  ],
  [
    "C12",
    "the lineage has two heads",
    "attention_required",
    "ambiguous",
    evidence({ own: [inLineage(review(), other({ sequence: 2, status: "draft" }))] }),
  ],
  [
    "C12",
    "two reviews of a lineage are said to be current",
    "attention_required",
    "ambiguous",
    evidence({ own: [inLineage(first("current"), second())] }),
  ],
  [
    "C12",
    "two reviews replace the same one",
    "attention_required",
    "ambiguous",
    evidence({ own: [inLineage(first(), second(), other({ sequence: 3, supersedesId: "r1" }))] }),
  ],
  [
    "C12",
    "the lineage runs in a circle",
    "attention_required",
    "ambiguous",
    evidence({ own: [inLineage(review({ supersedesId: "r2", status: "superseded" }), second())] }),
  ],
  [
    "C12",
    "the lineage has a broken link",
    "attention_required",
    "ambiguous",
    evidence({ own: [inLineage(review({ supersedesId: "gone" }))] }),
  ],
  [
    "C12",
    "no inputs are known and reviews without a run appeared meanwhile",
    "attention_required",
    "ambiguous",
    evidence({ ...NOT_FROZEN, unattributed: [other(), review({ composedByRunId: null })] }),
  ],
  [
    "C13",
    "a review of another environment bears the run",
    "attention_required",
    "out_of_scope",
    evidence({ elsewhere: 1 }),
  ],
  [
    "C13",
    "reviews of this and of another environment bear the run",
    "attention_required",
    "out_of_scope",
    evidence({ elsewhere: 1, own: [candidate()] }),
  ],
  [
    "C15",
    "its review was withdrawn since",
    "succeeded",
    "review_withdrawn",
    evidence({ own: [candidate({ review: review({ status: "withdrawn" }), document: null })] }),
  ],
  [
    "C15",
    "the review that it had confirmed was withdrawn since",
    "succeeded",
    "review_withdrawn",
    evidence({
      equivalent: [candidate({ review: other({ status: "withdrawn" }), document: null })],
    }),
  ],
];

describe("what became of a composition", () => {
  test.each(TABLE)("%s: when %s, the run is %s (%s)", (_point, _when, outcome, reason, seen) => {
    const decision = decideReview(seen);
    expect([decision.decision, decision.reason]).toEqual([outcome, reason]);
    expect(decideReview(seen)).toEqual(decision);
    expect(decision.checks.length).toBeGreaterThan(0);
    if (outcome === "attention_required" || outcome === "failed") {
      expect("related" in decision).toBe(false);
    }
  });

  test("candidates are listed for a person and none is picked", () => {
    const two = [candidate(), candidate({ review: review({ reviewId: "r9" }) })];
    expect(decideReview(evidence({ own: two }))).toMatchObject({
      candidates: [{ id: "r1" }, { id: "r9" }],
    });
  });

  test("nothing of another environment is named", () => {
    const decision = decideReview(evidence({ elsewhere: 2, equivalent: [candidate()] }));
    expect(JSON.stringify(decision)).not.toContain("r1");
  });

  test("a head that is not later than the inputs leaves the run free to be repeated", () => {
    const decision = decideReview(evidence({ lineage: [other({ asOf: MAY })] }));
    expect(decision.reason).toBe("nothing_produced");
  });

  test("the proof says whose review it is, and never that a draft is complete", () => {
    const proofOf = (seen: ReviewEvidence) => {
      const decision = decideReview(seen);
      return "proof" in decision ? decision.proof : null;
    };
    const whole = { inScope: true, complete: true };
    expect(proofOf(evidence({ own: [candidate()] }))).toEqual({ madeBy: "this_run", ...whole });
    const equivalent = [candidate({ review: other() })];
    expect(proofOf(evidence({ equivalent }))).toEqual({ madeBy: "same_identity", ...whole });
    const draft = candidate({ review: review({ status: "draft" }) });
    expect(proofOf(evidence({ own: [draft] }))).toMatchObject({ complete: false });
  });

  test("the review that has replaced the run's own is named beside it", () => {
    const { checks } = decideReview(evidence({ own: [inLineage(first(), second())] }));
    expect(checks).toContainEqual({
      check: "review_is_newest",
      passed: false,
      detail: "Review 2 (r2) has replaced it since.",
    });
  });

  test("a newer review is shown beside the run that it kept from its place", () => {
    const { checks } = decideReview(evidence({ lineage: [other({ asOf: JUNE })] }));
    expect(checks.map(({ detail }) => detail).join(" ")).toContain("Review 1 (r9) is newer");
  });

  test("the lineage is judged before the document, and the document before its completeness", () => {
    const broken = review({ supersedesId: "gone" });
    const all = { review: broken, lineage: [broken], document: null, evidenceLines: 0 };
    expect(decideReview(evidence({ own: [candidate(all)] })).reason).toBe("ambiguous");
    const held = { document: null, evidenceLines: 0 };
    expect(decideReview(evidence({ own: [candidate(held)] })).reason).toBe(
      "document_untrustworthy",
    );
  });
});
