import type { z } from "zod";
import type { Block } from "../../../src/pack/brief/block.ts";
import type {
  PUBLISHED_ENVIRONMENT_JSON,
  PUBLISHED_PACK_JSON,
  PUBLISHED_PACK_LINE_JSON,
  PUBLISHED_REVIEW_JSON,
  PUBLISHED_REVIEW_LINE_JSON,
} from "../../../src/server/api/published-schemas.ts";

export type BriefBlock = Block;
export type PublishedEnvironment = z.output<typeof PUBLISHED_ENVIRONMENT_JSON>;
export type PublishedReviewLine = z.output<typeof PUBLISHED_REVIEW_LINE_JSON>;
export type PublishedPackLine = z.output<typeof PUBLISHED_PACK_LINE_JSON>;
export type PublishedLine = PublishedReviewLine | PublishedPackLine;
export type PublishedPack = z.output<typeof PUBLISHED_PACK_JSON>;

/** The blocks are those of the customer pack; the API's schema names their kinds alone. */
export type PublishedReview = Omit<
  z.output<typeof PUBLISHED_REVIEW_JSON>,
  "blocks" | "changes" | "decisions"
> & {
  readonly blocks: readonly BriefBlock[];
  readonly changes: readonly BriefBlock[];
  readonly decisions: readonly BriefBlock[];
};
