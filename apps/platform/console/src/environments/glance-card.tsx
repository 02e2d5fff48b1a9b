import { Card, Link } from "settled-console/app";
import { areaParts, sumOfAreas } from "../charts/area-parts.ts";
import { AreaBars } from "../charts/area-bars.tsx";
import { BarLegend } from "../charts/bar-legend.tsx";
import { text } from "../text.ts";
import type { Environment } from "./environment-shape.ts";
import { type EnvironmentPlace, reviewPath } from "./places.ts";

/** How the environment stands across its areas, as its newest review found it. */
export function GlanceCard({
  place,
  environment,
}: {
  readonly place: EnvironmentPlace;
  readonly environment: Environment;
}) {
  const { review } = environment;
  const areas = review?.areas ?? [];
  return (
    <Card title={text("glance.title")}>
      {review === null ? (
        <p className="text-soft">{text("glance.no_review")}</p>
      ) : areas.length === 0 ? (
        <p className="text-soft">{text("glance.no_baseline")}</p>
      ) : (
        <>
          <div className="mb-3">
            <BarLegend parts={areaParts(sumOfAreas(areas))} />
          </div>
          <AreaBars areas={areas} />
        </>
      )}
      {review === null ? null : (
        <p className="mt-3 text-small text-soft">
          {text("glance.from")}{" "}
          <Link to={reviewPath(place, review.id)}>
            {text("reviews.short", { number: String(review.sequence) })}
          </Link>
        </p>
      )}
    </Card>
  );
}
