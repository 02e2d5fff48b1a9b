import type { ReviewDocument } from "../../review/review-document.ts";
import { csvText } from "../csv-text.ts";

export function inventoryCsv({ inventory }: ReviewDocument): string {
  return csvText(
    [
      "type",
      "label",
      "area",
      "platform",
      "policies",
      "assigned",
      "unassigned",
      "assignment_unknown",
    ],
    inventory.map((line) => [
      line.type,
      line.label,
      line.area,
      line.platform,
      line.policies,
      line.assigned,
      line.unassigned,
      line.assignment_unknown,
    ]),
  );
}
