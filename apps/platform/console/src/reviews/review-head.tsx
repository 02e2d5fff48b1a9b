import type { ReactNode } from "react";
import { Link, Mark } from "settled-console/app";
import { type EnvironmentPlace, reviewPath } from "../environments/places.ts";
import { ReviewMark } from "../environments/state-marks.tsx";
import { periodWords } from "../parts/period-words.ts";
import { text } from "../text.ts";
import type { Lineage, Review } from "./review-shape.ts";

interface ReviewHeadProps {
  readonly place: EnvironmentPlace;
  readonly name: string;
  readonly review: Review;
  readonly lineage: Lineage | undefined;
  readonly children: ReactNode;
}

/** Which review it is, whether it is the newest, and what stands before and behind it. */
export function ReviewHead({ place, name, review, lineage, children }: ReviewHeadProps) {
  const { sequence, period, status, publication } = review;
  return (
    <header className="mt-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-title font-semibold tracking-tight">
          {text("review.title", { number: String(sequence), name, period: periodWords(period) })}
        </h1>
        <ReviewMark status={status} />
        {publication === null ? null : <Mark tone="good" label={text("review.published")} />}
        <div className="no-print flex grow flex-wrap justify-end gap-2">{children}</div>
      </div>
      <p className="mt-1 text-soft">
        {text("review.meaning", { status })}{" "}
        <Lineages place={place} review={review} lineage={lineage} />
      </p>
    </header>
  );
}

function Lineages({ place, review, lineage }: Omit<ReviewHeadProps, "name" | "children">) {
  const link = (id: string) => {
    const number = lineage?.reviews.find((one) => one.id === id)?.sequence;
    return (
      <Link to={reviewPath(place, id)}>
        {number === undefined
          ? text("reviews.earlier")
          : text("reviews.short_lower", { number: String(number) })}
      </Link>
    );
  };
  const { predecessor_id: before, superseded_by_id: after, supersedes_id: replaced } = review;
  return (
    <>
      {before === null ? (
        text(replaced === null ? "review.first" : "review.all_taken_back")
      ) : (
        <>
          {text("review.replaces")} {link(before)}.
        </>
      )}
      {after === null ? null : (
        <>
          {" "}
          {text("review.replaced_by")} {link(after)}.
        </>
      )}
    </>
  );
}
