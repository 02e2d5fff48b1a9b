import type { SnapshotItem } from "../snapshot/snapshot.ts";

/** Names of groups by their ids, as far as they are known. */
export type GroupNames = ReadonlyMap<string, string>;

/** A group that the snapshot does not hold has no name; one whose id stands twice has none that is sure. */
export function groupNames(items: readonly SnapshotItem[]): GroupNames {
  const known = items.filter(
    ({ type, state, providerId }) => type === "groups" && state === "ok" && providerId !== null,
  );
  return new Map(known.map(({ providerId, displayName }) => [providerId ?? "", displayName]));
}
