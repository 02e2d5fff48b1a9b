import type { PublishedReview } from "./published-shape.ts";

/** The figures of a review, each with what it means. */
export function ReviewTiles({ tiles }: Pick<PublishedReview, "tiles">) {
  return (
    <dl className="grid grid-cols-2 gap-2 xl:grid-cols-4">
      {tiles.map(({ label, figure, note }) => (
        <div key={label} className="rounded-md bg-sunken px-3 py-2">
          <dt className="text-small text-soft">{label}</dt>
          <dd className="text-title font-semibold tabular-nums">{figure}</dd>
          <dd className="text-small text-soft">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
