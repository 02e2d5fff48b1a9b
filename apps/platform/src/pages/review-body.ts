import { html } from "hono/html";
import type { Html } from "settled/http";
import type { ReviewDocument } from "../review/review-document.ts";
import { shareBar } from "./share-bar.ts";
import { shortHash, table } from "./table.ts";

/** What the document itself says. It holds no clock: every relative word stands outside of it. */
export function reviewBody(document: ReviewDocument): Html {
  const { totals, verdict } = document;
  const steps = [...new Set(document.next_steps)].filter((step) => step !== "");
  return html`<div class="card">
      <h2>
        ${verdict.coverage_complete ? "Covered completely" : "Not everything could be assessed"}
      </h2>
      <p>${verdict.text}</p>
      ${shareBar("Objects", [
        { label: "Read whole", count: totals.read_whole, colour: "good" },
        { label: "Incomplete", count: totals.incomplete, colour: "part" },
        { label: "Ambiguous", count: totals.ambiguous, colour: "care" },
        { label: "Unreadable", count: totals.unreadable, colour: "bad" },
      ])}
    </div>
    <div class="card">
      <h2>Coverage</h2>
      ${table(
        "Coverage by type",
        ["Type", "Coverage", "Objects", "What it means"],
        document.coverage.map((line) => [line.label, line.status, line.items, line.meaning]),
      )}
    </div>
    <div class="card">
      <h2>Inventory</h2>
      ${table(
        "Policies by type",
        ["Type", "Area", "Policies", "Assigned", "Assigned to nobody", "No assignment listed"],
        document.inventory.map((line) => [
          line.label,
          line.area,
          line.policies,
          line.assigned,
          line.unassigned,
          line.assignment_unknown,
        ]),
      )}
    </div>
    <div class="card">
      <h2>Objects in doubt</h2>
      ${table(
        "Objects in doubt",
        ["Object", "Type", "State", "What it means"],
        document.doubtful.map((line) => [line.item, line.label, line.state, line.meaning]),
      )}
    </div>
    <div class="card">
      <h2>Next steps</h2>
      ${
        steps.length === 0
          ? html`<p class="soft">Nothing to do.</p>`
          : html`<ul>
              ${steps.map((step) => html`<li>${step}</li>`)}
            </ul>`
      }
    </div>
    <details class="card">
      <summary>Where each figure comes from</summary>
      ${table(
        "Evidence",
        ["Figure", "Value", "Source", "Hash of the source"],
        document.evidence.map((line) => [
          line.statement.replaceAll("_", " "),
          line.figure,
          line.source,
          shortHash(line.source_hash),
        ]),
      )}
    </details>`;
}
