import type { AreaLine } from "../review/review-document.ts";
import type { BarPart } from "./stacked-bar.ts";

/** How an area stands, as the parts of one bar; what could not be assessed is always one of them. */
export function areaParts(line: AreaLine): readonly BarPart[] {
  return [
    { label: "as expected", count: line.aligned, fill: "good" },
    { label: "accepted", count: line.accepted, fill: "part" },
    { label: "open", count: line.open, fill: "bad" },
    { label: "not assessed", count: line.not_assessed, fill: "off" },
  ];
}
