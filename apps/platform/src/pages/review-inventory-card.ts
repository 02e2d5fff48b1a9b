import { html } from "hono/html";
import type { Html } from "settled/http";
import type { ReviewDocument, UnprotectingPolicy } from "../review/review-document.ts";
import { itemMark } from "./mark.ts";
import { table } from "./table.ts";

const ROWS_MAX = 400;

const NOT_ASSIGNABLE = html`<span class="soft">used by others</span>`;

const BECAUSE: Readonly<Record<UnprotectingPolicy["because"], string>> = {
  unassigned: "Assigned to nobody",
  disabled: "Switched off",
  report_only: "Report-only: it notes, and keeps nobody out",
};

/** What there is, by type and platform, with the policies that protect nobody and the objects in doubt. */
export function inventoryCard({ inventory, unprotecting, doubtful }: ReviewDocument): Html {
  return html`<section class="card" id="inventory">
    <h2>Inventory</h2>
    ${table(
      "Policies by type",
      ["Type", "Area", "Platform", "Policies", "Assigned", "To nobody", "No assignment listed"],
      inventory.map((line) => [
        line.label,
        line.area,
        line.platform ?? html`<span class="soft">no platform</span>`,
        line.policies,
        ...(line.assignable
          ? [line.assigned, line.unassigned, line.assignment_unknown]
          : [NOT_ASSIGNABLE, "", ""]),
      ]),
    )}
    <h3>Policies that protect nobody</h3>
    ${
      unprotecting.length === 0
        ? html`<p class="soft">None that is known.</p>`
        : table(
            "Policies that protect nobody",
            ["Policy", "Type", "Why"],
            unprotecting
              .slice(0, ROWS_MAX)
              .map((line) => [line.policy, line.label, BECAUSE[line.because]]),
          )
    }
    ${cutWords(unprotecting)}
    <h3>Objects in doubt</h3>
    ${
      doubtful.length === 0
        ? html`<p class="soft">None: every object was read whole and can be told apart.</p>`
        : table(
            "Objects in doubt",
            ["Object", "Type", "State", "What it means"],
            doubtful
              .slice(0, ROWS_MAX)
              .map((line) => [line.item, line.label, itemMark(line.state), line.meaning]),
          )
    }
    ${cutWords(doubtful)}
  </section>`;
}

function cutWords(rows: readonly unknown[]): Html | string {
  if (rows.length <= ROWS_MAX) return "";
  return html`<p class="soft small">The first ${ROWS_MAX} of ${rows.length} are shown.</p>`;
}
