import { Printer } from "lucide-react";
import {
  Button,
  Card,
  CopyText,
  LoadingState,
  PageHead,
  ProblemState,
  TimeAgo,
  usePathPart,
} from "settled-console/app";
import { hashStart } from "../parts/hash-start.ts";
import { pathIn, useEnvironmentPlace } from "../places/environment-place.ts";
import { text } from "../text.ts";
import { BriefBlocks } from "./brief-blocks.tsx";
import { ReviewTiles } from "./review-tiles.tsx";
import { usePublished, usePublishedReview } from "./use-published.ts";

/** A published review as a whole, in the words of the customer pack. */
export function PublishedReviewPage() {
  const place = useEnvironmentPlace();
  usePublished(place);
  const found = usePublishedReview(place, usePathPart("review"));
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const review = found.data;
  return (
    <article className="max-w-5xl">
      <PageHead
        back={{ to: pathIn(place, "/published"), label: text("customer.back") }}
        title={review.title}
      >
        <Button onClick={() => window.print()}>
          <Printer aria-hidden="true" size={14} />
          {text("customer.print")}
        </Button>
      </PageHead>
      <div className="flex flex-col gap-3">
        <Card title={review.environment}>
          <p className="mb-3 text-soft">
            {text("customer.as_of")} <TimeAgo at={review.as_of} />
            {review.baseline === null
              ? null
              : ` · ${text("customer.baseline", { ...review.baseline })}`}
          </p>
          <p className="mb-3 max-w-[75ch] text-lead">{review.verdict}</p>
          <ReviewTiles tiles={review.tiles} />
        </Card>
        <section className="rounded-lg border border-line bg-card px-4 py-3.5">
          <BriefBlocks blocks={review.blocks} />
        </section>
        <p className="text-small text-soft">
          {text("customer.document_hash")}{" "}
          <CopyText text={review.document_hash} shown={hashStart(review.document_hash)} />
        </p>
      </div>
    </article>
  );
}
