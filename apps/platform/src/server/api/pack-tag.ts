import type { ReviewPack } from "../../pack/review-pack.ts";
import type { Publication } from "../../store/publication-store.ts";
import { tagOf } from "./entity-tag.ts";

/** The type of a pack in the audit log. */
export const PACK_TARGET = "review_pack";

/** Of what can be done to a pack: it is taken back, published and unpublished. */
export function packTag({ packId, standing }: ReviewPack, publication: Publication | null): string {
  const published = publication?.publicationId ?? null;
  return tagOf({ pack_id: packId, status: standing.status, published });
}
