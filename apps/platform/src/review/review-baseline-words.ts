import type { EnvironmentReview } from "./review.ts";

/** "Gold, version 2"; a baseline whose name is not known is told by its version alone. */
export function reviewBaselineWords(
  { baselineId, baselineVersion }: EnvironmentReview,
  names: ReadonlyMap<string, string>,
): string {
  if (baselineVersion === null) return "none";
  const name = names.get(baselineId ?? "");
  return `${name === undefined ? "" : `${name}, `}version ${baselineVersion}`;
}
