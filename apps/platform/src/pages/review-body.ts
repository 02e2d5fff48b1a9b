import { html } from "hono/html";
import type { Html } from "settled/http";
import { allAnswers } from "../review/later-answers.ts";
import type { ReviewDocument } from "../review/review-document.ts";
import type { EnvironmentReview } from "../review/review.ts";
import type { LaterRecords } from "../server/gather-review.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { coverageCard } from "./coverage-card.ts";
import { evidenceCard } from "./evidence-card.ts";
import { acceptedCard } from "./review-accepted-card.ts";
import { changesCard } from "./review-changes-card.ts";
import { conflictsCard, findingsCard, notAssessedCard } from "./review-findings-card.ts";
import { inventoryCard } from "./review-inventory-card.ts";
import { questionsCard } from "./review-questions-card.ts";
import { restoresCard } from "./review-restores-card.ts";
import { verdictCard } from "./review-verdict-card.ts";

export interface ShownReview {
  readonly review: EnvironmentReview;
  readonly document: ReviewDocument;
  readonly later: LaterRecords;
  readonly now: Date;
}

const CONTENTS = [
  ["coverage", "Coverage"],
  ["changes", "Since the last review"],
  ["findings", "Open deviations"],
  ["not-assessed", "Not assessed"],
  ["conflicts", "Conflicts"],
  ["accepted", "Accepted"],
  ["inventory", "Inventory"],
  ["restores", "Restores"],
  ["evidence", "Evidence"],
  ["steps", "Next steps"],
  ["questions", "Ten questions"],
] as const;

/** The sections of a review. The document holds no clock: every relative word is made here. */
export function reviewBody(scope: EnvironmentScope, shown: ShownReview): Html {
  const { review, document, later, now } = shown;
  return html`${verdictCard(document, later.trend)}
    <nav class="contents" aria-label="Sections of the review">
      ${CONTENTS.map(([id, label]) => html`<a href="#${id}">${label}</a>`)}
    </nav>
    ${coverageCard(document.coverage)} ${changesCard(scope, later.since, document)}
    ${findingsCard(document)} ${notAssessedCard(document)} ${conflictsCard(document)}
    ${acceptedCard(document, now)} ${inventoryCard(document)}
    ${restoresCard(scope, later.restores, now)} ${evidenceCard(scope, review, document)}
    ${nextStepsCard(document)} ${questionsCard(allAnswers(document, later))}`;
}

function nextStepsCard({ next_steps: steps }: ReviewDocument): Html {
  return html`<section class="card" id="steps">
    <h2>Next steps</h2>
    ${
      steps.length === 0
        ? html`<p class="soft">Nothing to do.</p>`
        : html`<ol>
            ${steps.map((step) => html`<li>${step}</li>`)}
          </ol>`
    }
  </section>`;
}
