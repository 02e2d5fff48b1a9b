import { Link, PlainTable, TimeAgo } from "settled-console/app";
import { periodWords } from "../parts/period-words.ts";
import { text } from "../text.ts";
import { baselineWords } from "./baseline-words.ts";
import { completenessWords } from "./count-words.ts";
import type { Page, ReviewLine } from "./environment-shape.ts";
import { ListCard } from "./list-card.tsx";
import { baselinePath, type EnvironmentPlace, reviewPath } from "./places.ts";
import { ReviewMark } from "./state-marks.tsx";
import { useBaselines } from "./use-baselines.ts";
import { useOfEnvironment } from "./use-environment.ts";

/** The reviews of the environment, newest first, each with its place in the lineage. */
export function ReviewsCard({ place }: { readonly place: EnvironmentPlace }) {
  const found = useOfEnvironment<Page<"reviews", ReviewLine>>(place, "/reviews");
  const baselines = useBaselines(place.workspace).data ?? [];
  return (
    <ListCard title={text("reviews.title")} found={found}>
      {({ reviews, next }) => (
        <>
          {reviews.length === 0 ? (
            <p className="text-soft">{text("reviews.none")}</p>
          ) : (
            <PlainTable
              caption={text("reviews.title")}
              rows={reviews}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: text("reviews.column.review"),
                  render: ({ id, sequence, period }) => (
                    <Link to={reviewPath(place, id)}>
                      {text("reviews.number", {
                        number: String(sequence),
                        period: periodWords(period),
                      })}
                    </Link>
                  ),
                },
                {
                  name: text("reviews.column.status"),
                  render: ({ status }) => <ReviewMark status={status} />,
                },
                {
                  name: text("reviews.column.lineage"),
                  render: (review) => <Replaced place={place} review={review} among={reviews} />,
                },
                {
                  name: text("reviews.column.baseline"),
                  render: ({ baseline }) =>
                    baseline === null ? (
                      <span className="text-soft">{text("reviews.no_baseline")}</span>
                    ) : (
                      <Link to={baselinePath(place, baseline.id)}>
                        {baselineWords(
                          baselines.find((one) => one.baseline_id === baseline.id)?.name,
                          baseline.version,
                        )}
                      </Link>
                    ),
                },
                {
                  name: text("reviews.column.as_of"),
                  render: ({ as_of, completeness }) => (
                    <>
                      <TimeAgo at={as_of} />
                      {completeness < 1 ? (
                        <span className="block text-small text-soft">
                          {completenessWords(completeness)}
                        </span>
                      ) : null}
                    </>
                  ),
                },
              ]}
            />
          )}
          {next === null ? null : (
            <p className="mt-2 text-small text-soft">
              {text("list.first", { count: String(reviews.length) })}
            </p>
          )}
        </>
      )}
    </ListCard>
  );
}

function Replaced({
  place,
  review,
  among,
}: {
  readonly place: EnvironmentPlace;
  readonly review: ReviewLine;
  readonly among: readonly ReviewLine[];
}) {
  if (review.supersedes_id === null) {
    return <span className="text-soft">{text("reviews.first")}</span>;
  }
  const number = among.find(({ id }) => id === review.supersedes_id)?.sequence;
  return (
    <>
      {text("reviews.replaces")}{" "}
      <Link to={reviewPath(place, review.supersedes_id)} className="whitespace-nowrap">
        {number === undefined
          ? text("reviews.earlier")
          : text("reviews.short_lower", { number: String(number) })}
      </Link>
    </>
  );
}
