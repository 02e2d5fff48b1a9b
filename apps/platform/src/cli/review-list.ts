import type { Platform } from "../platform.ts";
import { reviewLineJson } from "../server/platform-json.ts";
import { baselineNames } from "../store/baseline-store.ts";
import { reviewBaselineWords } from "../review/review-baseline-words.ts";
import { listReviews } from "../store/review-store.ts";
import { findScope, type ScopeOptions } from "./find-scope.ts";
import { writeAnswer } from "./write-output.ts";

/** The reviews of an environment, the newest first. */
export async function listFromTerminal(platform: Platform, options: ScopeOptions): Promise<void> {
  const scope = await findScope(platform, options);
  const reviews = await listReviews(platform.database, scope);
  const names = await baselineNames(platform.database, scope.workspaceId);
  writeAnswer(options.output, {
    json: { reviews: reviews.map((review) => reviewLineJson(review)) },
    columns: [
      { title: "NO." },
      { title: "PERIOD" },
      { title: "STATUS" },
      { title: "BASELINE" },
      { title: "AS OF" },
      { title: "REVIEW" },
    ],
    rows: reviews.map((review) => [
      String(review.sequence),
      review.periodKey,
      review.status,
      reviewBaselineWords(review, names),
      review.asOf.toISOString().slice(0, 16).replace("T", " "),
      review.reviewId,
    ]),
    notes:
      reviews.length === 0 ? ["There is no review yet. Compose one: platform review compose"] : [],
  });
}
