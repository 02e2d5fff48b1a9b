import { Mark, type MarkTone } from "settled-console/app";
import { text } from "../text.ts";
import type { Standing } from "./findings-view.ts";

const TONES: Readonly<Record<Standing, MarkTone>> = {
  new: "off",
  accepted: "good",
  customer_specific: "good",
  to_fix: "part",
  resolved: "care",
};

/** What was decided about a finding. */
export function DispositionMark({ standing }: { readonly standing: Standing }) {
  return <Mark tone={TONES[standing]} label={text(`disposition.${standing}`)} />;
}
