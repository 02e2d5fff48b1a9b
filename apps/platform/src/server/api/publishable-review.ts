import type { Answer } from "settled/http";
import { isStanding } from "../../review/lineage.ts";
import { REVIEW_ARTIFACT_TYPE } from "../../review/review-artifact.ts";
import { readDocument } from "../../review/stored-document.ts";
import type { PublishableKind } from "./publish-routes.ts";
import { conflict } from "./refusals.ts";
import { holdLineage, reviewName } from "./hold-lineage.ts";
import { reviewTag } from "./review-tag.ts";

/** A review is published if nobody took it back and its document is what was composed. */
export const REVIEWS_TO_PUBLISH: PublishableKind = {
  noun: "review",
  targetType: REVIEW_ARTIFACT_TYPE,
  tag: "Reviews",
  path: "/reviews/:review",
  capability: "reviews.publish",
  async hold(tx, place, exchange) {
    const review = await holdLineage(tx, place, exchange.pathPart("review"));
    if (review === null) return null;
    const isIntact = (await readDocument(tx, place.workspaceId, review)) !== null;
    return {
      published: { kind: "review", reviewId: review.reviewId },
      name: reviewName(review),
      refusal: !isStanding(review) ? withheld() : isIntact ? null : untrustworthy(),
      tagWith: (publication) => reviewTag(review, publication),
    };
  },
};

function withheld(): Answer {
  return conflict(
    "review_withheld",
    "The review was taken back or is a draft, so it is not given to the customer.",
    "Publish the review that stands.",
  );
}

function untrustworthy(): Answer {
  return conflict(
    "review_untrustworthy",
    "The document of the review is gone or does not have its hash any more.",
    "Mark it as invalid and compose again.",
  );
}
