import type { ReviewDocument } from "../review/review-document.ts";
import type { EnvironmentReview } from "../review/review.ts";
import type { EnvironmentSnapshot, IgnoredFile, SnapshotContent } from "../snapshot/snapshot.ts";

/** One review as a line: its place in the lineage and the hashes that it can be held to. */
export function reviewLineJson(review: EnvironmentReview) {
  return {
    id: review.reviewId,
    environment_id: review.environmentId,
    status: review.status,
    period: review.periodKey,
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

/** `document` is null when its bytes do not have their hash any more: it is then not shown at all. */
export function reviewJson(found: {
  readonly review: EnvironmentReview;
  readonly document: ReviewDocument | null;
}) {
  return {
    ...reviewLineJson(found.review),
    intact: found.document !== null,
    document: found.document,
  };
}

export function snapshotJson(found: {
  readonly snapshot: EnvironmentSnapshot;
  readonly content: SnapshotContent;
  readonly ignored: readonly IgnoredFile[];
}) {
  const { snapshot, content, ignored } = found;
  return {
    id: snapshot.snapshotId,
    state: snapshot.state,
    snapshot_hash: snapshot.snapshotHash,
    captured_by_run_id: snapshot.capturedByRunId,
    sealed_at: snapshot.sealedAt.toISOString(),
    counts: snapshot.counts,
    coverage: content.coverage,
    items: content.items.map(({ type, itemKey, state, displayName, file, remarks }) => ({
      type,
      key: itemKey,
      state,
      name: displayName,
      file,
      remarks,
    })),
    ignored,
  };
}
