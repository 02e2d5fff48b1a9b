import { buttonClass, Card, Link, LoadingState, ProblemState } from "settled-console/app";
import type { EnvironmentPlace } from "../places/environment-place.ts";
import { text } from "../text.ts";
import { BriefBlocks } from "./brief-blocks.tsx";
import type { BriefBlock } from "./published-shape.ts";
import { ReviewTiles } from "./review-tiles.tsx";
import { usePublishedReview } from "./use-published.ts";

/** The newest published review in short: the verdict, its figures, what is asked, and what changed. */
export function NewestReview({
  place,
  id,
  to,
}: {
  readonly place: EnvironmentPlace;
  readonly id: string;
  readonly to: string;
}) {
  const found = usePublishedReview(place, id);
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const review = found.data;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Card title={text("customer.newest", { sequence: review.sequence, period: review.period })}>
        <p className="mb-3 max-w-[75ch] text-lead">{review.verdict}</p>
        <ReviewTiles tiles={review.tiles} />
        <Link to={to} className={`mt-3 ${buttonClass("main")}`}>
          {text("customer.read")}
        </Link>
      </Card>
      <Card title={text("customer.decisions")}>
        <BriefBlocks blocks={withoutHeading(review.decisions)} />
      </Card>
      <Card title={text("customer.changes")}>
        <BriefBlocks blocks={withoutHeading(review.changes)} />
      </Card>
    </div>
  );
}

/** A card has a heading of its own. */
function withoutHeading(blocks: readonly BriefBlock[]): readonly BriefBlock[] {
  return blocks.filter(({ kind }) => kind !== "heading");
}
