import type { AreaLine } from "../../../src/review/review-document.ts";
import { text } from "../text.ts";
import type { ChartPart } from "./chart-part.ts";

/** How an area stands, as the parts of one bar; what could not be assessed is always one of them. */
export function areaParts(line: Omit<AreaLine, "area" | "total">): readonly ChartPart[] {
  return [
    { label: text("area.aligned"), count: line.aligned, fill: "good" },
    { label: text("area.accepted"), count: line.accepted, fill: "part" },
    { label: text("area.open"), count: line.open, fill: "bad" },
    { label: text("area.not_assessed"), count: line.not_assessed, fill: "off", isHatched: true },
  ];
}

/** Of all areas together. */
export function sumOfAreas(areas: readonly AreaLine[]): Omit<AreaLine, "area"> {
  const sum = { aligned: 0, accepted: 0, open: 0, not_assessed: 0, total: 0 };
  for (const area of areas) {
    sum.aligned += area.aligned;
    sum.accepted += area.accepted;
    sum.open += area.open;
    sum.not_assessed += area.not_assessed;
    sum.total += area.total;
  }
  return sum;
}
