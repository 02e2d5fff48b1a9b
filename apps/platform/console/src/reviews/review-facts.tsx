import { Card, CopyText, FactList, Link, Moment, TimeAgo } from "settled-console/app";
import {
  baselinePath,
  environmentPath,
  type EnvironmentPlace,
  runPath,
  snapshotPath,
} from "../environments/places.ts";
import { baselineWords } from "../environments/baseline-words.ts";
import { useBaselines } from "../environments/use-baselines.ts";
import { periodWords } from "../parts/period-words.ts";
import { text } from "../text.ts";
import type { Review } from "./review-shape.ts";

interface ReviewFactsProps {
  readonly place: EnvironmentPlace;
  readonly name: string;
  readonly review: Review;
}

/** Section 1: about what, as of when, compared with what, made by which run. */
export function ReviewFacts({ place, name, review }: ReviewFactsProps) {
  const { composed_by_run_id: run, fingerprint, publication, confirmations } = review;
  const [confirmed] = confirmations;
  return (
    <Card title={text("review.section.header")}>
      <div className="grid gap-x-8 gap-y-1.5 md:grid-cols-2">
        <FactList
          facts={[
            {
              name: text("review.environment"),
              value: <Link to={environmentPath(place)}>{name}</Link>,
            },
            { name: text("reviews.column.as_of"), value: <MomentAndAge at={review.as_of} /> },
            { name: text("compose.period"), value: periodWords(review.period) },
            {
              name: text("reviews.column.baseline"),
              value: <BaselineWords place={place} review={review} />,
            },
          ]}
        />
        <FactList
          facts={[
            {
              name: text("review.composed_from"),
              value: (
                <Link to={snapshotPath(place, review.snapshot_id)}>
                  {text("review.the_snapshot")}
                </Link>
              ),
            },
            {
              name: text("review.composed_by"),
              value:
                run === null ? (
                  text("review.no_run")
                ) : (
                  <Link to={runPath(place.workspace, run)}>{text("review.the_run")}</Link>
                ),
            },
            {
              name: text("review.fingerprint"),
              value:
                fingerprint === null ? text("review.imported") : <CopyText text={fingerprint} />,
            },
            {
              name: text("review.confirmed"),
              value:
                confirmed === undefined ? (
                  text("review.not_confirmed")
                ) : (
                  <>
                    <MomentAndAge at={confirmed.confirmed_at} />
                    {text("review.confirmed_again", { count: confirmations.length })}{" "}
                    <Link to={runPath(place.workspace, confirmed.run_id)}>{text("link.run")}</Link>
                  </>
                ),
            },
            publication === null
              ? null
              : {
                  name: text("review.published"),
                  value: (
                    <>
                      {text("review.published_by", { name: publication.published_by })}{" "}
                      <TimeAgo at={publication.published_at} />
                    </>
                  ),
                },
          ]}
        />
      </div>
    </Card>
  );
}

/** The moment itself, since a printed page has no title to point at, and how long ago that was. */
function MomentAndAge({ at }: { readonly at: string }) {
  return (
    <>
      <Moment at={at} />{" "}
      <span className="text-soft">
        (<TimeAgo at={at} />)
      </span>
    </>
  );
}

function BaselineWords({ place, review }: Omit<ReviewFactsProps, "name">) {
  const { baseline } = review;
  const { data: baselines = [] } = useBaselines(place.workspace);
  if (baseline === null) return text("review.no_baseline");
  // A review that was taken back shows no document: its baseline is still the workspace's.
  const name =
    review.document?.baseline?.name ??
    baselines.find((one) => one.baseline_id === baseline.id)?.name;
  return <Link to={baselinePath(place, baseline.id)}>{baselineWords(name, baseline.version)}</Link>;
}
