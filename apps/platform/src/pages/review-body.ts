import { html } from "hono/html";
import type { Html } from "settled/http";
import type { DoubtfulItem, ReviewDocument } from "../review/review-document.ts";
import type { EnvironmentReview } from "../review/review.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { coverageCard } from "./coverage-card.ts";
import { evidenceCard } from "./evidence-card.ts";
import { itemMark, verdictMark } from "./mark.ts";
import { shareBar } from "./share-bar.ts";
import { table } from "./table.ts";

/** What the document itself says. It holds no clock: every relative word stands outside of it. */
export function reviewBody(
  scope: EnvironmentScope,
  review: EnvironmentReview,
  document: ReviewDocument,
): Html {
  const { totals, verdict } = document;
  return html`<section class="card">
      <h2>Verdict ${verdictMark(verdict.coverage_complete)}</h2>
      <p class="lead">${verdict.text}</p>
      ${shareBar({ ...totals, readWhole: totals.read_whole })}
    </section>
    ${nextStepsCard(document)} ${coverageCard(document.coverage)} ${inventoryCard(document)}
    <section class="card">
      <h2>Objects in doubt</h2>
      ${
        document.doubtful.length === 0
          ? html`<p class="soft">None: every object was read whole and can be told apart.</p>`
          : doubtfulTable(document.doubtful)
      }
    </section>
    ${evidenceCard(scope, review, document)}`;
}

function nextStepsCard({ next_steps: steps }: ReviewDocument): Html {
  const distinct = [...new Set(steps)].filter((step) => step !== "");
  return html`<section class="card">
    <h2>Next steps</h2>
    ${
      distinct.length === 0
        ? html`<p class="soft">Nothing to do.</p>`
        : html`<ul>
            ${distinct.map((step) => html`<li>${step}</li>`)}
          </ul>`
    }
  </section>`;
}

function inventoryCard({ inventory }: ReviewDocument): Html {
  return html`<section class="card">
    <h2>Inventory</h2>
    ${table(
      "Policies by type",
      ["Type", "Area", "Policies", "Assigned", "Assigned to nobody", "No assignment listed"],
      inventory.map((line) => [
        line.label,
        line.area,
        line.policies,
        line.assigned,
        line.unassigned,
        line.assignment_unknown,
      ]),
    )}
  </section>`;
}

function doubtfulTable(doubtful: readonly DoubtfulItem[]): Html {
  return table(
    "Objects in doubt",
    ["Object", "Type", "State", "What it means"],
    doubtful.map((line) => [line.item, line.label, itemMark(line.state), line.meaning]),
  );
}
