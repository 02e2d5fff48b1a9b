import type { ArtifactRef, RunResult } from "settled";
import type { PackSetMember } from "./review-pack.ts";

/** How a run ends whose set stands: partially if a profile is missing; stale packs are packs all the same. */
export function resultOfPacks(
  related: ArtifactRef,
  set: {
    readonly members: readonly PackSetMember[];
    readonly isStale: boolean;
    /** Another run made the set. */
    readonly isEquivalent: boolean;
  },
): RunResult & {
  readonly outcome: "succeeded" | "partially_succeeded";
  readonly reason: string;
  readonly summary: Readonly<Record<string, number>>;
} {
  const ready = set.members.filter(({ packId }) => packId !== null).length;
  const missing = set.members.length - ready;
  const summary = { packs_ready: ready, packs_missing: missing };
  if (missing > 0) {
    return { outcome: "partially_succeeded", reason: "some_packs_missing", related, summary };
  }
  const reason = set.isStale
    ? "packs_stale"
    : set.isEquivalent
      ? "equivalent_exists"
      : "packs_ready";
  return { outcome: "succeeded", reason, related, summary };
}
