import { html } from "hono/html";
import type { Html } from "settled/http";
import { SEVERITIES, type Severity } from "../drift/severity.ts";
import type { AreaLine, ReviewDocument } from "../review/review-document.ts";
import type { TrendPoint } from "../review/review-trend.ts";
import { SEVERITY_LABELS, verdictMark } from "./mark.ts";
import { trendChart } from "./review-trend-chart.ts";
import { shareBar } from "./share-bar.ts";
import { areaParts } from "./area-parts.ts";
import { barLegend, type BarPart, stackedBar } from "./stacked-bar.ts";

/** What stands, what differs and what nobody knows: in one paragraph, four figures and three pictures. */
export function verdictCard(document: ReviewDocument, trend: readonly TrendPoint[]): Html {
  const { totals, verdict, baseline } = document;
  return html`<section class="card" id="verdict">
    <h2>Verdict ${verdictMark(verdict.coverage_complete)}</h2>
    <p class="lead">${verdict.text}</p>
    ${tiles(document)}
    ${
      baseline === null
        ? shareBar({ ...totals, readWhole: totals.read_whole })
        : html`${areaBars(document.areas)}${severityBars(document)}`
    }
    ${baseline === null ? "" : trendChart(trend)}
  </section>`;
}

function tiles(document: ReviewDocument): Html {
  const all = document.baseline === null ? readTiles(document) : comparedTiles(document);
  return html`<ul class="tiles">
    ${all.map(({ figure, label, tone }) => html`<li class="${tone}"><b>${figure}</b> ${label}</li>`)}
  </ul>`;
}

interface Tile {
  readonly figure: Html | number | string;
  readonly label: string;
  readonly tone: "" | "good" | "care" | "bad";
}

function comparedTiles({ tiles: counts }: ReviewDocument): readonly Tile[] {
  const { policies_checked: checked, aligned, open_high: high, not_assessed: unknown } = counts;
  return [
    { figure: checked, label: "policies compared", tone: "" },
    { figure: aligned, label: "as expected", tone: "good" },
    { figure: high, label: "open deviations of high severity", tone: high > 0 ? "bad" : "" },
    { figure: unknown, label: "policies not assessed", tone: unknown > 0 ? "care" : "" },
  ];
}

/** Where nothing was expected, what counts is how much was read. */
function readTiles({ totals, coverage }: ReviewDocument): readonly Tile[] {
  const notWhole = totals.items - totals.read_whole;
  const complete = coverage.filter(({ status }) => status === "complete").length;
  const isComplete = complete === coverage.length;
  return [
    { figure: totals.read_whole, label: "objects read whole", tone: "" },
    { figure: notWhole, label: "objects not read whole", tone: notWhole > 0 ? "care" : "" },
    {
      figure: `${complete} of ${coverage.length}`,
      label: "types covered completely",
      tone: isComplete ? "good" : "care",
    },
  ];
}

function areaBars(areas: readonly AreaLine[]): Html {
  const widest = Math.max(...areas.map(({ total }) => total), 1);
  return html`<h3>Policies by area</h3>
    <div class="bars">
      ${areas.map((line) => {
        const parts = areaParts(line);
        return html`<span>${line.area}</span> ${stackedBar(parts, widest)}
          ${
            line.total === 0
              ? html`<p class="small soft">
                  Nothing of this area could be compared: see coverage.
                </p>`
              : barLegend(parts)
          }`;
      })}
    </div>`;
}

const SEVERITY_FILLS: Readonly<Record<Severity, BarPart["fill"]>> = {
  high: "bad",
  medium: "care",
  low: "part",
  info: "off",
};

function severityBars({ open_by_severity: open, findings }: ReviewDocument): Html {
  if (findings.length === 0) {
    return html`<h3>Open deviations by severity</h3>
      <p class="soft">None, among what could be assessed.</p>`;
  }
  const most = Math.max(...SEVERITIES.map((severity) => open[severity]));
  return html`<h3>Open deviations by severity</h3>
    <div class="bars">
      ${SEVERITIES.map((severity) => {
        const count = open[severity];
        const part = { label: SEVERITY_LABELS[severity], count, fill: SEVERITY_FILLS[severity] };
        return html`<span>${SEVERITY_LABELS[severity]}: <b>${count}</b></span>
          ${stackedBar([part], most)}`;
      })}
    </div>`;
}
