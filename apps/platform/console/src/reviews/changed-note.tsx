import { Info } from "lucide-react";
import { text } from "../text.ts";
import type { IntactReview } from "./review-shape.ts";

const INPUTS = ["snapshot", "baseline", "decisions", "rules"] as const;

/** A review stays true for its own moment; that something moved on since is no fault of it. */
export function ChangedNote({ review }: { readonly review: IntactReview }) {
  const changed = review.inputs_changed;
  if (review.status !== "current" || !changed.any) return null;
  const what = INPUTS.filter((input) => changed[input]).map((input) =>
    text(`review.moved.${input}`),
  );
  return (
    <p className="flex gap-2 rounded-lg bg-part-ground px-4 py-2.5 text-part">
      <Info aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
      <span>
        <b>{text("review.moved")}</b> {what.join("; ")}. {text("review.moved.stays")}
      </span>
    </p>
  );
}
