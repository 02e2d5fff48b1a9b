import type { RunScope, SqlExecutor } from "settled";
import type { z } from "zod";
import { findPlacedReview, type PlacedReview } from "../../pack/pack-source.ts";
import type { ReviewPack } from "../../pack/review-pack.ts";
import { findPublication } from "../../store/publication-store.ts";
import { deliveryOf } from "../gather-pack.ts";
import { packLineJson } from "../pack-json.ts";
import type { LISTED_PACK_JSON } from "./pack-schemas.ts";

/** A pack with what tells whether it may be used, and by whom. */
export interface ListedPack {
  readonly pack: ReviewPack;
  readonly placed: PlacedReview;
  readonly isPublished: boolean;
}

/** The same packs; a review is read once, however many packs are of it, and only customer packs can be published. */
export async function findListedPacks(
  on: SqlExecutor,
  scope: RunScope,
  packs: readonly ReviewPack[],
): Promise<readonly ListedPack[]> {
  const reviews = new Map<string, PlacedReview | null>();
  const listed: ListedPack[] = [];
  for (const pack of packs) {
    const { reviewId, packId, profile } = pack;
    const known = reviews.get(reviewId);
    const placed = known === undefined ? await findPlacedReview(on, scope, reviewId) : known;
    reviews.set(reviewId, placed);
    const publication =
      profile === "customer" ? await findPublication(on, scope, { kind: "pack", packId }) : null;
    if (placed !== null) listed.push({ pack, placed, isPublished: publication !== null });
  }
  return listed;
}

export function listedPackJson({
  pack,
  placed,
  isPublished,
}: ListedPack): z.output<typeof LISTED_PACK_JSON> {
  return {
    ...packLineJson(pack),
    review_sequence: placed.review.sequence,
    stale: placed.isStale,
    delivery: deliveryOf(pack, placed),
    published: isPublished,
  };
}
