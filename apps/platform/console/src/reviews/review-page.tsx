import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  LoadingState,
  type StartedRun,
  useAboutEnvironment,
  usePathPart,
} from "settled-console/app";
import { environmentKey } from "../environments/places.ts";
import { useEnvironment } from "../environments/use-environment.ts";
import { RunFeedback } from "../operation/run-feedback.tsx";
import { text } from "../text.ts";
import { PageProblem } from "../parts/page-problem.tsx";
import { ChangedNote } from "./changed-note.tsx";
import { NotShown } from "./not-shown.tsx";
import { ReviewActions } from "./review-actions.tsx";
import { ReviewBody } from "./review-body.tsx";
import { ReviewFacts } from "./review-facts.tsx";
import { ReviewHead } from "./review-head.tsx";
import { isIntact } from "./review-shape.ts";
import { useLineage, useReview } from "./use-review.ts";

/** One review: which it is and where it stands, then its sections, if its document can be trusted. */
export function ReviewPage() {
  const place = { workspace: usePathPart("workspace"), environment: usePathPart("environment") };
  const id = usePathPart("review");
  const client = useQueryClient();
  const found = useReview(place, id);
  const lineage = useLineage(place, id).data;
  const name = useEnvironment(place).data?.body.name ?? place.environment;
  const [followed, setFollowed] = useState<StartedRun | null>(null);
  useAboutEnvironment(name);
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return (
      <PageProblem
        title={text("reviews.title")}
        error={found.error}
        onRetry={() => void found.refetch()}
      />
    );
  }
  const { body: review, etag } = found.data;
  const readAgain = () => void client.invalidateQueries({ queryKey: environmentKey(place) });
  return (
    <article>
      <ReviewHead place={place} name={name} review={review} lineage={lineage}>
        <ReviewActions
          place={place}
          review={review}
          etag={etag}
          onStarted={setFollowed}
          onDone={readAgain}
        />
      </ReviewHead>
      {followed === null ? null : (
        <RunFeedback
          key={followed.id}
          workspace={place.workspace}
          runId={followed.id}
          isJoined={followed.joined}
          openLabel={text("compose.open")}
          onEnd={readAgain}
          onClose={() => setFollowed(null)}
        />
      )}
      <div className="flex flex-col gap-3">
        <ReviewFacts place={place} name={name} review={review} />
        {isIntact(review) ? (
          <>
            <ChangedNote review={review} />
            <ReviewBody place={place} review={review} onDecided={readAgain} />
          </>
        ) : (
          <NotShown review={review} />
        )}
      </div>
    </article>
  );
}
