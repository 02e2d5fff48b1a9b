import { remarkWords } from "../snapshot/remark-words.ts";
import type { CoverageRecord, EnvironmentSnapshot, SnapshotContent } from "../snapshot/snapshot.ts";
import type { CommandAnswer } from "./write-output.ts";

export function snapshotsAnswer(snapshots: readonly EnvironmentSnapshot[]): CommandAnswer {
  return {
    json: { snapshots: snapshots.map(snapshotJson) },
    columns: [
      { title: "SEALED" },
      { title: "STATE" },
      { title: "ITEMS" },
      { title: "READ WHOLE" },
      { title: "ID" },
    ],
    rows: snapshots.map((one) => [
      one.sealedAt.toISOString(),
      one.state,
      String(one.counts.items),
      String(one.counts.ok),
      one.snapshotId,
    ]),
    notes: snapshots.length === 0 ? ["There is no snapshot yet."] : [],
  };
}

export function snapshotAnswer(
  snapshot: EnvironmentSnapshot,
  { items, coverage }: SnapshotContent,
): CommandAnswer {
  const doubtful = items.filter(({ state }) => state !== "ok");
  return {
    json: {
      ...snapshotJson(snapshot),
      coverage,
      items: items.map((item) => ({
        type: item.type,
        item_key: item.itemKey,
        provider_id: item.providerId,
        policy: item.displayName,
        state: item.state,
        file: item.file,
        content_hash: item.contentHash,
        assignment_hash: item.assignmentHash,
        meta_hash: item.metaHash,
        remarks: item.remarks,
      })),
    },
    columns: [
      { title: "TYPE", widthMin: 12 },
      { title: "COVERAGE" },
      { title: "ITEMS" },
      { title: "REASON" },
    ],
    rows: coverage.map((one) => [one.type, one.status, String(one.items), reasonWords(one)]),
    notes: [
      `Snapshot ${snapshot.snapshotId}, sealed ${snapshot.sealedAt.toISOString()}: ${snapshot.counts.items} items, ${snapshot.counts.ok} read whole.`,
      ...doubtful.map((item) =>
        `${item.state}: ${item.displayName} (${item.file}). ${remarkWords(item.remarks)}`.trimEnd(),
      ),
    ],
  };
}

function reasonWords({ status, reason }: CoverageRecord): string {
  return status === "complete" ? "" : reason.replaceAll("_", " ");
}

function snapshotJson(snapshot: EnvironmentSnapshot) {
  return {
    snapshot_id: snapshot.snapshotId,
    state: snapshot.state,
    snapshot_hash: snapshot.snapshotHash,
    normaliser_version: snapshot.normaliserVersion,
    captured_by_run_id: snapshot.capturedByRunId,
    sealed_at: snapshot.sealedAt.toISOString(),
    counts: snapshot.counts,
  };
}
