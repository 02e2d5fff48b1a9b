import type { EnvironmentPlace } from "../environments/places.ts";
import { CoverageTable } from "../snapshots/coverage-table.tsx";
import { text } from "../text.ts";
import { AcceptedTable } from "./accepted-table.tsx";
import { ChangesSection } from "./changes-section.tsx";
import { Contents } from "./contents.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { FindingTable } from "./finding-table.tsx";
import { FindingsSection } from "./findings-section.tsx";
import { InventorySection } from "./inventory-section.tsx";
import type { IntactReview } from "./review-shape.ts";
import { Section } from "./section.tsx";
import { RestoresSection } from "./restores-section.tsx";
import { useDecide } from "./use-decide.tsx";
import { VerdictSection } from "./verdict-section.tsx";

interface ReviewBodyProps {
  readonly place: EnvironmentPlace;
  readonly review: IntactReview;
  onDecided(): void;
}

/** The sections of a review in their order, and the ten questions. */
export function ReviewBody({ place, review, onDecided }: ReviewBodyProps) {
  const { document, answers, restores, trend } = review;
  const decisions = new Map(review.decisions.map((one) => [one.finding_key, one]));
  const decide = useDecide(place, review, onDecided);
  return (
    <div className="grid gap-3 xl:grid-cols-[13rem_minmax(0,1fr)] print:block">
      <Contents />
      <div className="flex min-w-0 flex-col gap-3">
        <VerdictSection document={document} trend={trend} />
        <Section name="coverage">
          <CoverageTable lines={document.coverage} />
        </Section>
        <ChangesSection place={place} review={review} />
        <FindingsSection document={document} decisions={decisions} onDecide={decide.ask} />
        <Section name="conflicts">
          {document.conflicts.length === 0 ? (
            <p className="text-soft">{text("review.no_conflicts")}</p>
          ) : (
            <FindingTable
              caption={text("review.section.conflicts")}
              lines={document.conflicts}
              decisions={decisions}
              onDecide={decide.ask}
            />
          )}
        </Section>
        <Section name="accepted">
          <AcceptedTable lines={document.accepted} onDecide={decide.ask} />
        </Section>
        <InventorySection document={document} />
        <RestoresSection workspace={place.workspace} restores={restores} />
        <EvidenceSection place={place} review={review} />
        <Section name="steps">
          {document.next_steps.length === 0 ? (
            <p className="text-soft">{text("review.no_steps")}</p>
          ) : (
            <ol className="ml-5 list-decimal">
              {document.next_steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
        </Section>
        <Section name="questions">
          <dl className="flex flex-col gap-3">
            {answers.map(({ number, question, answer }) => (
              <div key={number} className="print:break-inside-avoid">
                <dt className="font-semibold">
                  {number}. {question}
                </dt>
                <dd className="break-words">{answer}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
      {decide.dialog}
    </div>
  );
}
