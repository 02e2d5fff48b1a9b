import type { z } from "zod";
import type { DISPOSITION_RECORD_JSON } from "../../../src/server/api/finding-schemas.ts";
import type { PUBLICATION_JSON } from "../../../src/server/api/review-schemas.ts";
import type { laterJson, reviewJson } from "../../../src/server/platform-json.ts";
import type { DispositionInForce } from "../../../src/drift/disposition.ts";
import type { FindingLine, ReviewDocument } from "../../../src/review/review-document.ts";
import type { ReviewLine } from "../environments/environment-shape.ts";

export type { FindingLine, ReviewDocument, ReviewLine };
export type Decision = DispositionInForce;
export type DispositionRecord = z.output<typeof DISPOSITION_RECORD_JSON>;
export type Review = ReturnType<typeof reviewJson> & {
  readonly publication: z.output<typeof PUBLICATION_JSON> | null;
};
type Later = ReturnType<typeof laterJson>;
/** A review whose document is what was composed, with what is told beside it. */
export type IntactReview = Omit<Review, keyof Later | "document"> &
  Later & { readonly document: ReviewDocument };

export function isIntact(review: Review): review is IntactReview {
  return review.document !== null && "since_last" in review;
}

export interface Lineage {
  readonly head_id: string | null;
  readonly reviews: readonly ReviewLine[];
}
