import { html } from "hono/html";
import type { Html } from "settled/http";
import type { CoverageLine } from "../review/review-document.ts";
import type { CoverageStatus } from "../snapshot/snapshot.ts";
import { coverageLabel, coverageMark } from "./mark.ts";
import { table } from "./table.ts";

const STATUSES: readonly CoverageStatus[] = [
  "failed",
  "partial",
  "unlicensed",
  "unsupported",
  "excluded",
  "complete",
];

/** What of each type was read, what was not, why, and what to do: gaps first. */
export function coverageCard(lines: readonly CoverageLine[]): Html {
  const ordered = STATUSES.flatMap((status) => lines.filter((line) => line.status === status));
  return html`<section class="card" id="coverage">
    <h2>Coverage</h2>
    <p class="soft">${summary(lines)}</p>
    ${table(
      "Coverage by type",
      ["Type", "Coverage", "Objects", "What it means", "What to do"],
      ordered.map((line) => [
        line.label,
        coverageMark(line.status),
        line.items,
        line.meaning,
        line.next_step === "" ? html`<span class="soft">Nothing</span>` : line.next_step,
      ]),
    )}
  </section>`;
}

function summary(lines: readonly CoverageLine[]): string {
  const parts = STATUSES.toReversed().flatMap((status) => {
    const count = lines.filter((line) => line.status === status).length;
    return count === 0 ? [] : [`${count} ${coverageLabel(status).toLowerCase()}`];
  });
  if (parts.length === 0) return "No type was found.";
  const types = `${lines.length} ${lines.length === 1 ? "type" : "types"}`;
  return `${types}: ${parts.join(", ")}. Only a complete type allows to say that something is not there.`;
}
