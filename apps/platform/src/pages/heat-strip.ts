import { html } from "hono/html";
import type { Html } from "settled/http";
import type { AreaLine } from "../review/review-document.ts";
import type { EnvironmentOverview } from "../store/environment-overview.ts";
import { environmentPath, reviewPath } from "./addresses.ts";
import { areaParts } from "./area-parts.ts";
import { stackedBar } from "./stacked-bar.ts";
import { type Cell, table } from "./table.ts";

export type AreasByReview = ReadonlyMap<string, readonly AreaLine[]>;

/** Environments by areas, each as its newest review found it; empty where no review compared anything. */
export function heatStrip(
  environments: readonly EnvironmentOverview[],
  areasByReview: AreasByReview,
): Html | "" {
  const seen = environments.flatMap((environment) => {
    const areas = areasByReview.get(environment.review?.reviewId ?? "") ?? [];
    return areas.length === 0 ? [] : [{ environment, areas }];
  });
  if (seen.length === 0) return "";
  const names = [...new Set(seen.flatMap(({ areas }) => areas.map(({ area }) => area)))].sort();
  return html`<section class="card">
    <h2>How each area stands</h2>
    <p class="soft">
      Policies by area, as the newest review of each environment found them: as expected, accepted,
      open, and not assessed.
    </p>
    ${table(
      "How each area stands",
      ["Environment", ...names],
      seen.map(({ environment, areas }) => [
        html`<a href="${environmentPath(environment)}">${environment.name}</a>`,
        ...names.map((name) =>
          heatCell(
            environment,
            areas.find(({ area }) => area === name),
          ),
        ),
      ]),
    )}
  </section>`;
}

function heatCell(environment: EnvironmentOverview, line: AreaLine | undefined): Cell {
  if (line === undefined) return html`<span class="soft">nothing of this area</span>`;
  if (line.total === 0) return html`<span class="soft">not assessed</span>`;
  const parts = areaParts(line);
  const words = parts
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count} ${label}`)
    .join(", ");
  return html`${stackedBar(parts, line.total)}
    <a href="${reviewPath(environment, environment.review?.reviewId ?? "")}" class="small"
      >${words}</a
    >`;
}
