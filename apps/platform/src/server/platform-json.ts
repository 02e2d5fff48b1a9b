import { CHANGE_LABELS, changeWords } from "../review/change-words.ts";
import { ignoredExplanation } from "../snapshot/remark-words.ts";
import { type ItemType, typeLabel } from "../provider/policy-type.ts";
import { anyChanged } from "../review/changed-inputs.ts";
import { coverageLines } from "../review/coverage-lines.ts";
import { allAnswers, type SinceLast } from "../review/later-answers.ts";
import type { EnvironmentReview } from "../review/review.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import type { FoundReview } from "./gather-review.ts";
import type { FoundSnapshot } from "./gather-snapshot.ts";

/** One review as a line: its place in the lineage and the hashes that it can be held to. */
export function reviewLineJson(review: EnvironmentReview) {
  return {
    id: review.reviewId,
    environment_id: review.environmentId,
    status: review.status,
    period: review.periodKey,
    baseline:
      review.baselineId === null
        ? null
        : { id: review.baselineId, version: review.baselineVersion },
    sequence: review.sequence,
    supersedes_id: review.supersedesId,
    completeness: review.completeness,
    fingerprint: review.fingerprint,
    document_hash: review.documentHash,
    snapshot_id: review.snapshotId,
    composed_by_run_id: review.composedByRunId,
    as_of: review.asOf.toISOString(),
    created_at: review.createdAt.toISOString(),
  };
}

/** `document` and what is told with it are there only if it is `intact`; else nothing of it is shown at all. */
export function reviewJson(found: FoundReview) {
  const { review, content, predecessor, successor, retraction, confirmations } = found;
  return {
    ...reviewLineJson(review),
    predecessor_id: predecessor?.reviewId ?? null,
    superseded_by_id: successor?.reviewId ?? null,
    retraction:
      retraction === null
        ? null
        : { ...retraction, retracted_at: retraction.retracted_at.toISOString() },
    last_confirmed_at: confirmations[0]?.confirmed_at.toISOString() ?? null,
    confirmations: confirmations.map((one) => ({
      ...one,
      confirmed_at: one.confirmed_at.toISOString(),
    })),
    document_state: content.kind,
    document: content.kind === "intact" ? content.document : null,
    ...(content.kind === "intact" ? laterJson(content) : {}),
  };
}

/** Derived when it is asked for; never a part of the document. */
export function laterJson({
  document,
  later,
}: Extract<FoundReview["content"], { kind: "intact" }>) {
  const { since, restores, changed, trend, decisions } = later;
  return {
    answers: allAnswers(document, later),
    since_last: sinceJson(since),
    restores,
    inputs_changed: { any: anyChanged(changed), ...changed },
    trend,
    decisions,
  };
}

/** What changed, each with the words for it. */
function sinceJson(since: SinceLast) {
  if (since.kind !== "compared") return since;
  const changes = since.changes.map((change) => ({
    ...change,
    label: CHANGE_LABELS[change.kind],
    type_label: typeLabel(change.type as ItemType),
    sentence: changeWords(change, since.group_names),
  }));
  return { ...since, changes };
}

/** One snapshot as a line: what was sealed, and when. */
export function snapshotLineJson(snapshot: EnvironmentSnapshot) {
  return {
    id: snapshot.snapshotId,
    state: snapshot.state,
    snapshot_hash: snapshot.snapshotHash,
    normaliser_version: snapshot.normaliserVersion,
    captured_by_run_id: snapshot.capturedByRunId,
    sealed_at: snapshot.sealedAt.toISOString(),
    counts: snapshot.counts,
  };
}

/** `coverage` and `ignored` are null if the snapshot does not hash to what was sealed any more. */
export function snapshotJson({ snapshot, content, ignored }: FoundSnapshot) {
  return {
    ...snapshotLineJson(snapshot),
    intact: content !== null,
    coverage:
      content === null
        ? null
        : coverageLines(content.coverage).map((line) => ({
            ...line,
            reason: content.coverage.find(({ type }) => type === line.type)?.reason ?? "",
          })),
    ignored:
      content === null
        ? null
        : ignored.map((one) => ({ ...one, meaning: ignoredExplanation(one.reason) })),
  };
}
