import { isRunId, type RunScope, type SqlExecutor } from "settled";
import { findPlacedReview, isWithheld, type PlacedReview } from "../pack/pack-source.ts";
import type { PackSet, PackSetMember, ReviewPack, StoredFile } from "../pack/review-pack.ts";
import { type Readiness, readinessOf } from "../pack/readiness.ts";
import { findPackSetAnywhere, listPackSetMembers } from "../store/pack-set-store.ts";
import { findPackAnywhere, listPackFiles, listPacksBy } from "../store/pack-store.ts";

export interface FoundPack {
  readonly pack: ReviewPack;
  readonly placed: PlacedReview;
  readonly files: readonly StoredFile[];
  /** Whether its files are given out, or why not. */
  readonly delivery: "open" | "failed" | "revoked" | "review_withheld";
}

/** A pack of the environment; one of another environment is not there. */
export async function gatherPack(
  on: SqlExecutor,
  scope: RunScope,
  id: string,
): Promise<FoundPack | null> {
  const pack = isRunId(id) ? await findPackAnywhere(on, scope.workspaceId, id) : null;
  if (pack === null || pack.environmentId !== scope.environmentId) return null;
  const placed = await findPlacedReview(on, scope, pack.reviewId);
  if (placed === null) return null;
  const files = (await listPackFiles(on, scope, [pack.packId])).get(pack.packId) ?? [];
  return { pack, placed, files, delivery: deliveryOf(pack, placed) };
}

export interface FoundPackSet {
  readonly set: PackSet;
  readonly placed: PlacedReview;
  readonly members: readonly PackSetMember[];
  readonly packs: readonly ReviewPack[];
}

export async function gatherPackSet(
  on: SqlExecutor,
  scope: RunScope,
  id: string,
): Promise<FoundPackSet | null> {
  const { workspaceId, environmentId } = scope;
  const set = isRunId(id) ? await findPackSetAnywhere(on, workspaceId, id) : null;
  if (set === null || set.environmentId !== environmentId) return null;
  const placed = await findPlacedReview(on, scope, set.reviewId);
  if (placed === null) return null;
  const members = await listPackSetMembers(on, scope, set.packSetId);
  const value = members.flatMap(({ packId }) => (packId === null ? [] : [packId]));
  const key = { workspaceId, environmentId, value };
  return { set, placed, members, packs: await listPacksBy(on, "find-packs-by-id", key) };
}

export interface FoundReadiness {
  readonly placed: PlacedReview;
  readonly profiles: readonly Readiness[];
}

/** How each profile of a review stands. */
export async function gatherReadiness(
  on: SqlExecutor,
  scope: RunScope,
  reviewId: string,
): Promise<FoundReadiness | null> {
  const { workspaceId, environmentId } = scope;
  const placed = await findPlacedReview(on, scope, reviewId);
  if (placed === null) return null;
  const key = { workspaceId, environmentId, value: reviewId };
  const packs = await listPacksBy(on, "list-packs-of-review", key);
  return { placed, profiles: readinessOf(placed, packs) };
}

export function deliveryOf(
  { standing }: ReviewPack,
  { review }: PlacedReview,
): FoundPack["delivery"] {
  switch (standing.status) {
    case "failed":
      return "failed";
    case "revoked":
      return "revoked";
    case "ready":
      return isWithheld(review) ? "review_withheld" : "open";
  }
}
