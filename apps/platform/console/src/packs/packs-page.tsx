import { FileText } from "lucide-react";
import {
  buttonClass,
  Link,
  LoadingState,
  PageHead,
  ProblemState,
  StateFrame,
  useNavigate,
  useSearch,
} from "settled-console/app";
import { pathIn, useEnvironmentPlace } from "../places/environment-place.ts";
import { useEnvironment } from "../places/use-environment.ts";
import { text } from "../text.ts";
import { PackListCard } from "./pack-list-card.tsx";
import { PackSetsCard } from "./pack-sets-card.tsx";
import { readPacksView } from "./packs-view.ts";
import { ReadinessCard } from "./readiness-card.tsx";
import { ReviewChoice } from "./review-choice.tsx";
import { useReviewLines } from "./use-review-lines.ts";

/** The packs of an environment: what is ready of a review, how to get the rest, and everything rendered so far. */
export function PacksPage() {
  const place = useEnvironmentPlace();
  const view = readPacksView(useSearch({ strict: false }));
  const navigate = useNavigate();
  const environment = useEnvironment(place);
  const { found, entries: reviews } = useReviewLines(place);
  if (environment.isPending || found.isPending) return <LoadingState />;
  if (environment.isError) {
    return <ProblemState error={environment.error} onRetry={() => void environment.refetch()} />;
  }
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const { name, review: newest } = environment.data;
  const wanted = view.review ?? newest?.id;
  const review = reviews.find(({ id }) => id === wanted) ?? reviews[0];
  const here = pathIn(place, "/packs");
  const show = (next: typeof view) => void navigate({ to: here, search: next, replace: true });
  return (
    <>
      <PageHead back={{ to: pathIn(place, ""), label: name }} title={text("packs.title", { name })}>
        {review === undefined ? null : (
          <>
            <ReviewChoice
              reviews={reviews}
              value={review.id}
              onChange={(id) => show({ review: id })}
            />
            <Link to={pathIn(place, `/reviews/${review.id}`)} className={buttonClass()}>
              {text("packs.open_review")}
            </Link>
          </>
        )}
      </PageHead>
      {review === undefined ? (
        <StateFrame
          Icon={FileText}
          title={text("packs.no_review.title")}
          detail={text("packs.no_review.detail")}
        >
          <Link to={pathIn(place, "")}>{text("packs.no_review.open", { name })}</Link>
        </StateFrame>
      ) : (
        <div className="grid items-start gap-3 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-3">
            <ReadinessCard
              key={review.id}
              place={place}
              review={review}
              run={view.run ?? null}
              onStarted={(run) => show({ ...view, run })}
            />
            <PackSetsCard place={place} />
          </div>
          <PackListCard place={place} />
        </div>
      )}
    </>
  );
}
