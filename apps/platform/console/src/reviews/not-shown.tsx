import { FileWarning } from "lucide-react";
import { StateFrame } from "settled-console/app";
import { text } from "../text.ts";
import type { Review } from "./review-shape.ts";

/** Why the content of a review is not shown, and what to do about it. */
export function NotShown({ review }: { readonly review: Review }) {
  const { document_state: state, status, retraction } = review;
  if (state === "untrustworthy") {
    return (
      <StateFrame
        Icon={FileWarning}
        title={text("review.untrusted.title")}
        detail={`${text("review.untrusted.detail")} ${text("review.untrusted.next")}`}
      />
    );
  }
  return (
    <StateFrame
      Icon={FileWarning}
      title={text(status === "invalid" ? "review.invalid.title" : "review.withdrawn.title")}
      detail={`${text("review.meaning", { status })} ${text("review.withheld")} ${text("review.withheld.next")}`}
    >
      {retraction === null ? null : (
        <p>
          {text("review.retracted", {
            name: retraction.actor,
            day: retraction.retracted_at.slice(0, 10),
            reason: retraction.reason,
          })}
        </p>
      )}
    </StateFrame>
  );
}
