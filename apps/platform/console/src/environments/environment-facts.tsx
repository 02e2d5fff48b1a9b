import { FactList, Link, TimeAgo } from "settled-console/app";
import { periodWords } from "../parts/period-words.ts";
import { text } from "../text.ts";
import { completenessWords, countsWords, coverageWords } from "./count-words.ts";
import type { Environment } from "./environment-shape.ts";
import { type EnvironmentPlace, reviewPath, snapshotPath } from "./places.ts";

/** Where the environment is read from, and the newest snapshot and review of it. */
export function EnvironmentFacts({
  place,
  environment,
}: {
  readonly place: EnvironmentPlace;
  readonly environment: Environment;
}) {
  const { provider, snapshot, review } = environment;
  const none = <span className="text-soft">{text("environments.none_yet")}</span>;
  return (
    <FactList
      facts={[
        {
          name: text("environments.column.snapshot"),
          value:
            snapshot === null ? (
              none
            ) : (
              <>
                <Link to={snapshotPath(place, snapshot.id)}>
                  <TimeAgo at={snapshot.sealed_at} />
                </Link>
                <span className="block text-small text-soft">
                  {countsWords(snapshot.counts)}; {coverageWords(snapshot.coverage)}
                </span>
              </>
            ),
        },
        {
          name: text("environments.column.review"),
          value:
            review === null ? (
              none
            ) : (
              <>
                <Link to={reviewPath(place, review.id)}>
                  {text("reviews.number", {
                    number: String(review.sequence),
                    period: periodWords(review.period),
                  })}
                </Link>
                <span className="block text-small text-soft">
                  {text("environment.as_of")} <TimeAgo at={review.as_of} />;{" "}
                  {completenessWords(review.completeness)}
                </span>
              </>
            ),
        },
        {
          name: text("environment.provider"),
          value: (
            <>
              {text("environment.provider.kind", { kind: provider.kind })}
              <span className="block text-small text-soft">
                {text(provider.is_pinned ? "environment.pinned" : "environment.not_pinned")}
              </span>
            </>
          ),
        },
      ]}
    />
  );
}
