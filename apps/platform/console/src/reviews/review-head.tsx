import type { ReactNode } from "react";
import { Link, Mark, PageHead } from "settled-console/app";
import { environmentPath, type EnvironmentPlace, reviewPath } from "../environments/places.ts";
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
    <PageHead
      back={{ to: environmentPath(place), label: name }}
      title={text("review.title", { number: String(sequence), name, period: periodWords(period) })}
      marks={
        <>
          <ReviewMark status={status} />
          {publication === null ? null : <Mark tone="good" label={text("review.published")} />}
        </>
      }
      detail={
        <>
          {text("review.meaning", { status })}{" "}
          <Lineages place={place} review={review} lineage={lineage} />
        </>
      }
    >
      {children}
    </PageHead>
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
