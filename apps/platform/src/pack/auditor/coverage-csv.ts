import type { ReviewDocument } from "../../review/review-document.ts";
import { csvText } from "../csv-text.ts";

/** What of each type was collected, then every object about which nothing certain may be said. */
export function coverageCsv({ coverage, doubtful }: ReviewDocument): string {
  return csvText(
    ["scope", "type", "label", "object", "status", "objects", "meaning", "next_step"],
    [
      ...coverage.map(({ type, label, status, items, meaning, next_step }) => [
        "type",
        type,
        label,
        null,
        status,
        items,
        meaning,
        next_step,
      ]),
      ...doubtful.map(({ type, label, item, state, meaning }) => [
        "object",
        type,
        label,
        item,
        state,
        1,
        meaning,
        null,
      ]),
    ],
  );
}
