import { asRunId } from "settled";
import { describe, expect, test } from "vitest";
import type { CandidateSet } from "./candidate-set.ts";
import { decidePacks } from "./decide-packs.ts";
import { packMake } from "./pack-fingerprint.ts";
import type { PackEvidence, ReviewStanding } from "./pack-evidence.ts";
import { fixtureInput } from "./review-fixture.test-kit.ts";

const RUN = asRunId("0198c0de-0000-7000-8000-0000000000aa");
const NOTHING: PackEvidence = {
  environmentExists: true,
  review: "current",
  own: null,
  equivalent: null,
};

function candidate(changes: {
  readonly status?: CandidateSet["set"]["status"];
  readonly isIntact?: boolean;
  readonly isMissingOne?: boolean;
}): CandidateSet {
  const { status = "ready", isIntact = true, isMissingOne = false } = changes;
  const createdAt = new Date(0);
  const reviewId = "r-1";
  const environmentId = "e-1";
  const missing = { profile: "customer", packId: null, missing: "render_failed" } as const;
  return {
    set: {
      packSetId: "s-1",
      environmentId,
      reviewId,
      madeByRunId: RUN,
      fingerprint: "packset1:x",
      status,
      createdAt,
    },
    members: [
      { profile: "executive", packId: "p-1", missing: null },
      ...(isMissingOne ? [missing] : []),
    ],
    packs: [
      {
        isIntact,
        pack: {
          packId: "p-1",
          environmentId,
          reviewId,
          profile: "executive",
          make: packMake(fixtureInput("executive")),
          renderedByRunId: RUN,
          createdAt,
          standing: { status: "ready", filesHash: "files1:x" },
        },
      },
    ],
  };
}

const told = (evidence: Partial<PackEvidence>): readonly [string, string] => {
  const { decision, reason } = decidePacks({ ...NOTHING, ...evidence });
  return [decision, reason];
};

describe("what became of a rendering", () => {
  test.each<[string, Partial<PackEvidence>, readonly [string, string]]>([
    ["its packs are whole", { own: candidate({}) }, ["succeeded", "packs_ready"]],
    [
      "its packs are whole and the review was replaced",
      { own: candidate({}), review: "replaced" },
      ["succeeded", "packs_stale"],
    ],
    [
      "one profile is missing",
      { own: candidate({ status: "partial", isMissingOne: true }) },
      ["partially_succeeded", "some_packs_missing"],
    ],
    [
      "a file does not have its hash",
      { own: candidate({ isIntact: false }) },
      ["attention_required", "pack_untrustworthy"],
    ],
    [
      "a pack that its set names is gone",
      { own: { ...candidate({}), packs: [] } },
      ["attention_required", "pack_untrustworthy"],
    ],
    [
      "a pack was taken back since",
      { own: candidate({ status: "revoked" }) },
      ["succeeded", "packs_revoked"],
    ],
    [
      "another run rendered the same",
      { equivalent: candidate({}) },
      ["succeeded", "equivalent_exists"],
    ],
    [
      "the packs stand and the review was taken back",
      { own: candidate({}), review: "withheld" },
      ["attention_required", "packs_of_withheld_review"],
    ],
    [
      "the packs stand and the document is not intact",
      { own: candidate({}), review: "untrustworthy" },
      ["attention_required", "review_untrustworthy"],
    ],
    ["nothing was kept", {}, ["failed", "nothing_produced"]],
    [
      "nothing was kept of a review that was replaced",
      { review: "replaced" },
      ["failed", "nothing_produced"],
    ],
    ["the review was taken back", { review: "withheld" }, ["blocked", "review_withheld"]],
    ["there is no such review", { review: "missing" }, ["blocked", "review_missing"]],
    [
      "the document is not intact",
      { review: "untrustworthy" },
      ["attention_required", "review_untrustworthy"],
    ],
    [
      "there is no such environment",
      { environmentExists: false, review: "missing" },
      ["blocked", "environment_missing"],
    ],
  ])("if %s", (_case, evidence, expected) => {
    expect(told(evidence)).toEqual(expected);
  });

  test("a success bears its set and says whose it is", () => {
    const ours = decidePacks({ ...NOTHING, own: candidate({}) });
    expect(ours).toMatchObject({
      related: { type: "review_pack_set", id: "s-1" },
      proof: { madeBy: "this_run" },
    });
    const theirs = decidePacks({ ...NOTHING, equivalent: candidate({}) });
    expect(theirs).toMatchObject({ proof: { madeBy: "same_identity" } });
  });

  test("nothing that is no success claims proof", () => {
    const standings: readonly ReviewStanding[] = ["missing", "withheld", "untrustworthy"];
    for (const review of standings) {
      for (const own of [null, candidate({})]) {
        expect(decidePacks({ ...NOTHING, review, own })).not.toHaveProperty("proof");
      }
    }
  });
});
