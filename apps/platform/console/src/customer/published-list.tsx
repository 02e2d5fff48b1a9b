import { FileText, Package } from "lucide-react";
import { Card, Link, TimeAgo } from "settled-console/app";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { text } from "../text.ts";
import type { PublishedLine } from "./published-shape.ts";

/** Everything that was given to the customer and not taken back, newest first. */
export function PublishedList({
  place,
  lines,
}: {
  readonly place: EnvironmentPlace;
  readonly lines: readonly PublishedLine[];
}) {
  return (
    <Card title={text("customer.documents")}>
      <ul className="divide-y divide-line">
        {lines.map((line) => {
          const isReview = line.kind === "review";
          const below = isReview ? `/reviews/${line.review_id}` : `/packs/${line.pack_id}`;
          const Icon = isReview ? FileText : Package;
          return (
            <li key={below} className="flex items-start gap-2.5 py-2">
              <Icon aria-hidden="true" size={16} className="mt-1 shrink-0 text-soft" />
              <span className="min-w-0">
                <Link to={pathIn(place, `/published${below}`)} className="font-semibold">
                  {text(isReview ? "customer.review_line" : "customer.pack_line", {
                    sequence: line.sequence,
                  })}
                </Link>
                <span className="block text-small text-soft">
                  {line.period} · {text("customer.given")} <TimeAgo at={line.published_at} />
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
