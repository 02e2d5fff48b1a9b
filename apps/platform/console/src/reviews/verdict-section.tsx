import { Mark } from "settled-console/app";
import type { TrendPoint } from "../../../src/review/review-trend.ts";
import { AreaBars } from "../charts/area-bars.tsx";
import { SeverityBars } from "../charts/severity-bars.tsx";
import { TrendChart } from "../charts/trend-chart.tsx";
import { ReadShares } from "../snapshots/read-shares.tsx";
import { text } from "../text.ts";
import type { ReviewDocument } from "./review-shape.ts";
import { Section } from "./section.tsx";
import { Tiles } from "./tiles.tsx";

/** What stands, what differs and what nobody knows: in one paragraph, a few figures and three pictures. */
export function VerdictSection({
  document,
  trend,
}: {
  readonly document: ReviewDocument;
  readonly trend: readonly TrendPoint[];
}) {
  const { verdict, baseline, totals } = document;
  return (
    <Section
      name="verdict"
      aside={
        <Mark
          tone={verdict.coverage_complete ? "good" : "part"}
          label={text(verdict.coverage_complete ? "review.covered" : "review.not_covered")}
        />
      }
    >
      <p className="max-w-[80ch] text-lead">{verdict.text}</p>
      <Tiles document={document} />
      {baseline === null ? (
        <div className="mt-4">
          <ReadShares shares={totals} />
        </div>
      ) : (
        <div className="mt-5 grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="print:break-inside-avoid">
            <h3 className="mb-2 font-semibold">{text("review.by_area")}</h3>
            <AreaBars areas={document.areas} />
          </div>
          <div className="print:break-inside-avoid">
            <h3 className="mb-2 font-semibold">{text("review.by_severity")}</h3>
            {document.findings.length === 0 ? (
              <p className="text-soft">{text("review.no_findings")}</p>
            ) : (
              <SeverityBars open={document.open_by_severity} />
            )}
          </div>
          {trend.length < 2 ? null : (
            <div className="lg:col-span-2 print:break-inside-avoid">
              <h3 className="mb-2 font-semibold">{text("review.over_lineage")}</h3>
              <TrendChart points={trend} />
            </div>
          )}
        </div>
      )}
    </Section>
  );
}
