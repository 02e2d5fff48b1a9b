export type Fill = "good" | "part" | "care" | "bad" | "wait" | "off";

/** One part of a chart. Its words and its count stand beside the drawing: the colour is one more sign. */
export interface ChartPart {
  readonly label: string;
  readonly count: number;
  readonly fill: Fill;
  /** What nobody could assess is hatched, so that it is told apart without colour. */
  readonly isHatched?: boolean;
}

export const FILLS: Readonly<Record<Fill, string>> = {
  good: "fill-good",
  part: "fill-part",
  care: "fill-care",
  bad: "fill-bad",
  wait: "fill-wait",
  off: "fill-off",
};
