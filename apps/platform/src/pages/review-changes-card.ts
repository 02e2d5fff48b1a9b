import { html } from "hono/html";
import type { Html } from "settled/http";
import { type ItemType, typeLabel } from "../provider/policy-type.ts";
import { nothingChanged, NOT_ALL_READ, type SinceLast } from "../review/later-answers.ts";
import type { ReviewDocument } from "../review/review-document.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { reviewPath } from "./addresses.ts";
import { CHANGE_LABELS, changeWords } from "./change-words.ts";
import { table } from "./table.ts";

const ROWS_MAX = 400;

/** What happened since the review that this one replaced. It is computed when it is shown, from both snapshots. */
export function changesCard(
  scope: EnvironmentScope,
  since: SinceLast,
  { baseline }: ReviewDocument,
): Html {
  return html`<section class="card" id="changes">
    <h2>Since the last review</h2>
    ${contentOf(scope, since, baseline !== null)}
  </section>`;
}

function contentOf(scope: EnvironmentScope, since: SinceLast, hasBaseline: boolean): Html {
  if (since.kind === "first") {
    return html`<p class="soft">
      It is the first review of its lineage: there is nothing to compare with.
    </p>`;
  }
  const { review_id: id, sequence } = since.predecessor;
  const link = html`<a href="${reviewPath(scope, id)}">review no. ${sequence}</a>`;
  if (since.kind === "unknown") {
    return html`<p role="alert">
      What changed since ${link} is not known: that review, or one of the two snapshots, is not what
      its hash says any more.
    </p>`;
  }
  const { changes, open_findings_before: before, open_findings_now: now } = since;
  return html`<p>
      Compared with ${link}: ${countsWords(since)} ${since.all_read ? "" : NOT_ALL_READ}
      ${hasBaseline ? `Open deviations: ${before} then, ${now} now.` : ""}
    </p>
    ${
      changes.length === 0
        ? ""
        : table(
            "Changes since the last review",
            ["What", "Policy", "Before and now"],
            changes
              .slice(0, ROWS_MAX)
              .map((change) => [
                CHANGE_LABELS[change.kind],
                html`${change.policy}
                  <span class="path">${typeLabel(change.type as ItemType)}</span>`,
                html`${changeWords(change, since.group_names)}
                ${change.path === null ? "" : html`<code class="path">${change.path}</code>`}`,
              ]),
          )
    }
    ${
      changes.length > ROWS_MAX
        ? html`<p class="soft small">The first ${ROWS_MAX} of ${changes.length} are shown.</p>`
        : ""
    }`;
}

function countsWords(since: Extract<SinceLast, { kind: "compared" }>): string {
  const { changes } = since;
  if (changes.length === 0) return `${nothingChanged(since).toLowerCase()}.`;
  const counts = [...Map.groupBy(changes, ({ kind }) => kind)].map(
    ([kind, found]) => `${CHANGE_LABELS[kind].toLowerCase()}: ${found.length}`,
  );
  return `${counts.join(", ")}.`;
}
