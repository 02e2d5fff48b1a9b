import { SearchX } from "lucide-react";
import { buttonClass, Link, StateFrame, useSearch } from "settled-console/app";
import { SeverityMark } from "../parts/severity-mark.tsx";
import { text } from "../text.ts";
import { FindingTable } from "./finding-table.tsx";
import { FindingsFilter } from "./findings-filter.tsx";
import { type Decisions, groupsOf, isWanted, readFindingsView } from "./findings-view.ts";
import type { FindingLine, ReviewDocument } from "./review-shape.ts";
import { Section } from "./section.tsx";

interface FindingsSectionProps {
  readonly document: ReviewDocument;
  readonly decisions: Decisions;
  onDecide(line: FindingLine): void;
}

/** Open deviations, the worst first, then area by area, and apart from them what could not be assessed. */
export function FindingsSection({ document, decisions, onDecide }: FindingsSectionProps) {
  const view = readFindingsView(useSearch({ strict: false }));
  const { baseline, findings, not_assessed: unknown } = document;
  const wanted = findings.filter((line) => isWanted(line, decisions, view));
  return (
    <Section name="findings">
      {baseline === null ? (
        <p className="text-soft">{text("findings.no_baseline")}</p>
      ) : findings.length === 0 ? (
        <p className="text-soft">{text("review.no_findings")}</p>
      ) : (
        <>
          <FindingsFilter view={view} findings={findings} shown={wanted.length} />
          {wanted.length === 0 ? (
            <StateFrame
              Icon={SearchX}
              title={text("findings.none.title")}
              detail={text("findings.none.detail")}
            >
              <Link to="." search={{}} resetScroll={false} className={buttonClass()}>
                {text("items.clear")}
              </Link>
            </StateFrame>
          ) : (
            groupsOf(wanted).map(({ severity, area, lines }, index) => (
              <section key={`${severity} ${area}`} className="mt-3">
                <h3 className="mb-1 flex items-center gap-2 font-semibold">
                  <SeverityMark severity={severity} /> {area}
                  <span className="font-normal text-soft">{lines.length}</span>
                </h3>
                <FindingTable
                  caption={`${text(`severity.${severity}`)}: ${area}`}
                  lines={lines}
                  decisions={decisions}
                  isHeadHidden={index > 0}
                  onDecide={onDecide}
                />
              </section>
            ))
          )}
        </>
      )}
      <h3 id="not-assessed" className="mt-5 mb-1 scroll-mt-28 font-semibold">
        {text("findings.unknown.title")}
      </h3>
      {unknown.length === 0 ? (
        <p className="text-soft">{text("findings.unknown.none")}</p>
      ) : (
        <FindingTable
          caption={text("findings.unknown.title")}
          lines={unknown}
          decisions={decisions}
          onDecide={onDecide}
        />
      )}
    </Section>
  );
}
