import { FileClock } from "lucide-react";
import { LoadingState, PageHead, ProblemState, StateFrame } from "settled-console/app";
import { MoreButton } from "../parts/more-button.tsx";
import { pathIn, useEnvironmentPlace } from "../places/environment-place.ts";
import { text } from "../text.ts";
import { NewestReview } from "./newest-review.tsx";
import { PublishedList } from "./published-list.tsx";
import { usePublishedEnvironments } from "./use-published-environments.ts";
import { usePublished } from "./use-published.ts";

/** What a customer comes for: how things stand, what changed, what is asked of them, and their documents. */
export function PublishedPage() {
  const place = useEnvironmentPlace();
  const { found, name, lines } = usePublished(place);
  const hasOthers = usePublishedEnvironments(place.workspace).entries.length > 1;
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const newest = lines.find((line) => line.kind === "review");
  return (
    <article>
      <PageHead
        back={
          hasOthers
            ? { to: `/workspaces/${place.workspace}/published`, label: text("customer.title") }
            : undefined
        }
        title={text("customer.of", { name })}
      />
      {lines.length === 0 ? (
        <StateFrame
          Icon={FileClock}
          title={text("customer.nothing.title")}
          detail={text("customer.nothing.detail")}
        />
      ) : (
        <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_24rem]">
          {newest === undefined ? (
            <p className="text-soft">{text("customer.no_review")}</p>
          ) : (
            <NewestReview
              place={place}
              id={newest.review_id}
              to={pathIn(place, `/published/reviews/${newest.review_id}`)}
            />
          )}
          <div>
            <PublishedList place={place} lines={lines} />
            <MoreButton found={found} />
          </div>
        </div>
      )}
    </article>
  );
}
