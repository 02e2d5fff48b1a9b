import type { RunScope, SqlExecutor } from "settled";
import { changesBetween } from "../drift/changes-between.ts";
import { readSnapshotPolicies } from "../snapshot/read-snapshot-policies.ts";
import { snapshotHash } from "../snapshot/snapshot-hash.ts";
import type { SnapshotPolicies } from "../snapshot/snapshot-policy.ts";
import { findSnapshot } from "../store/snapshot-store.ts";
import { groupNames } from "./group-names.ts";
import type { SinceLast } from "./later-answers.ts";
import type { ReviewDocument } from "./review-document.ts";
import type { EnvironmentReview } from "./review.ts";
import { readDocument } from "./stored-document.ts";

/**
 * What changed since the review that this one replaced, computed anew from the two snapshots. Nothing is told of a
 * snapshot or a document that does not have its hash any more.
 */
export async function compareWithPredecessor(
  on: SqlExecutor,
  scope: RunScope,
  reviews: {
    readonly review: EnvironmentReview;
    readonly document: ReviewDocument;
    readonly predecessor: EnvironmentReview | null;
  },
): Promise<SinceLast> {
  const { review, document, predecessor: before } = reviews;
  if (before === null) return { kind: "first" };
  const { sequence, fingerprint, periodKey } = before;
  const predecessor = {
    review_id: before.reviewId,
    sequence,
    fingerprint: fingerprint ?? "",
    period_key: periodKey,
  };
  const earlier = await readDocument(on, scope.workspaceId, before);
  if (earlier === null) return { kind: "unknown", predecessor };
  const counts = {
    all_read: earlier.verdict.coverage_complete && document.verdict.coverage_complete,
    open_findings_before: earlier.findings.length,
    open_findings_now: document.findings.length,
  };
  if (earlier.inputs.snapshot_hash === document.inputs.snapshot_hash) {
    return { kind: "compared", predecessor, changes: [], group_names: {}, ...counts };
  }
  const then = await readIntact(on, scope, { id: before.snapshotId, document: earlier });
  const now = await readIntact(on, scope, { id: review.snapshotId, document });
  if (then === null || now === null) return { kind: "unknown", predecessor };
  const changes = changesBetween(then, now);
  return { kind: "compared", predecessor, changes, group_names: namesIn(then, now), ...counts };
}

/** A name is told as it is now; a group that is gone, as it was. */
function namesIn(...moments: readonly SnapshotPolicies[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    moments.flatMap(({ policies }) => [...groupNames(policies.map(({ item }) => item))]),
  );
}

async function readIntact(
  on: SqlExecutor,
  scope: RunScope,
  named: { readonly id: string; readonly document: ReviewDocument },
): Promise<SnapshotPolicies | null> {
  const snapshot = await findSnapshot(on, scope, named.id);
  if (snapshot === null) return null;
  const read = await readSnapshotPolicies(on, scope, snapshot);
  const items = read.policies.map(({ item }) => item);
  const hash = snapshotHash({ items, coverage: read.coverage }, snapshot.normaliserVersion);
  return hash === named.document.inputs.snapshot_hash ? read : null;
}
