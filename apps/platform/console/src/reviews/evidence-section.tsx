import { Check } from "lucide-react";
import { CopyText, FactList, Link, PlainTable, TimeAgo } from "settled-console/app";
import { type EnvironmentPlace, runPath, snapshotPath } from "../environments/places.ts";
import { ShortHash } from "../parts/short-hash.tsx";
import { text } from "../text.ts";
import type { IntactReview } from "./review-shape.ts";
import { Section } from "./section.tsx";

interface EvidenceSectionProps {
  readonly place: EnvironmentPlace;
  readonly review: IntactReview;
}

/** The hashes that a review can be held to, when it was confirmed, and where each of its figures comes from. */
export function EvidenceSection({ place, review }: EvidenceSectionProps) {
  const { document, document_hash: hash, fingerprint } = review;
  const { inputs, evidence } = document;
  return (
    <Section name="evidence">
      <p className="mb-3 flex items-start gap-1.5">
        <Check aria-hidden="true" size={15} className="mt-0.5 shrink-0 text-good" />
        {text("evidence.checked")}
      </p>
      <FactList
        facts={[
          { name: text("evidence.document"), value: <CopyText text={hash} /> },
          {
            name: text("review.fingerprint"),
            value: fingerprint === null ? text("review.imported") : <CopyText text={fingerprint} />,
          },
          { name: text("evidence.snapshot"), value: <CopyText text={inputs.snapshot_hash} /> },
          {
            name: text("evidence.baseline"),
            value:
              inputs.baseline_version_hash === null ? (
                text("evidence.none")
              ) : (
                <CopyText text={inputs.baseline_version_hash} />
              ),
          },
          { name: text("evidence.rules"), value: <CopyText text={inputs.ruleset_hash} /> },
          { name: text("evidence.decisions"), value: <CopyText text={inputs.dispositions_hash} /> },
          {
            name: text("evidence.template"),
            value: text("evidence.template.words", {
              id: inputs.template.id,
              version: String(inputs.template.version),
            }),
          },
        ]}
      />
      <Confirmations place={place} review={review} />
      <details className="mt-3">
        <summary className="cursor-pointer font-semibold">
          {text("evidence.figures", { count: evidence.length })}
        </summary>
        <PlainTable
          caption={text("evidence.figures.caption")}
          rows={evidence}
          keyOf={({ statement, source }) => `${statement} ${source}`}
          columns={[
            {
              name: text("evidence.figure"),
              render: ({ statement }) => statement.replaceAll("_", " "),
            },
            {
              name: text("evidence.value"),
              isNumber: true,
              render: ({ figure }) => figure,
            },
            {
              name: text("evidence.source"),
              render: ({ source }) => (
                <Link to={snapshotPath(place, review.snapshot_id)}>
                  {source.replaceAll("_", " ")}
                </Link>
              ),
            },
            {
              name: text("evidence.source_hash"),
              render: (line) => <ShortHash hash={line.source_hash} />,
            },
          ]}
        />
      </details>
    </Section>
  );
}

/** When the same content was found again, by which run and in which snapshot. */
function Confirmations({ place, review }: EvidenceSectionProps) {
  if (review.confirmations.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold">{text("evidence.confirmations")}</h3>
      <ul>
        {review.confirmations.map(({ run_id, snapshot_id, confirmed_at }) => (
          <li key={run_id}>
            <TimeAgo at={confirmed_at} />:{" "}
            <Link to={runPath(place.workspace, run_id)}>{text("link.run")}</Link>,{" "}
            <Link to={snapshotPath(place, snapshot_id)}>{text("review.the_snapshot")}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
