import type { z } from "zod";
import type { REVIEW_LINE_JSON } from "../../../src/server/api/review-schemas.ts";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { useList } from "../places/use-list.ts";

export type ReviewLine = z.output<typeof REVIEW_LINE_JSON>;

/** The newest reviews of an environment, as lines. */
export function useReviewLines(place: EnvironmentPlace) {
  return useList<ReviewLine>({
    key: ["reviews", place.workspace, place.environment, "lines"],
    path: pathIn(place, "/reviews"),
    name: "reviews",
  });
}
