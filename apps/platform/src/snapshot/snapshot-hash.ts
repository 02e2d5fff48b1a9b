import { hashOf } from "../normal-form/hash-of.ts";
import type { SnapshotContent } from "./snapshot.ts";

/**
 * The hash of what was found: items by their hashes, coverage by status and reason. Times, versions and file names
 * are not in it: a rename is, through the meta hash, and a recreated policy through its key.
 */
export function snapshotHash(content: SnapshotContent, normaliserVersion: string): string {
  const items = content.items.map((item) => [
    item.type,
    item.itemKey,
    item.contentHash,
    item.assignmentHash,
    item.metaHash,
    item.state,
  ]);
  const coverage = content.coverage.map(({ type, status, reason }) => [type, status, reason]);
  return hashOf("snapshot", {
    items: sorted(items),
    coverage: sorted(coverage),
    normaliser_version: normaliserVersion,
  });
}

function sorted<Row>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, text: JSON.stringify(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    .map(({ row }) => row);
}
