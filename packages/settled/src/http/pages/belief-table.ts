import { html } from "hono/html";
import { type Belief, explainBelief } from "../../present/explain-belief.ts";
import type { BeliefCheck } from "../../present/plain-check.ts";
import { positionLabelOf, STATUS_LABELS } from "../../present/position-label.ts";
import type { Html } from "../answer.ts";
import type { RunView } from "../view-run.ts";
import { positionMark } from "./position-mark.ts";
import { timeAt } from "./time-words.ts";

/** "Why do you believe this?": what made somebody look, what was found, what stood there before, who decided. */
export function beliefTable({ run, operation, now }: RunView): Html {
  const belief = explainBelief(run, operation);
  const { reason, decidedAt } = belief;
  const rows = [
    row("Reason", reason === null ? null : html`<b>${reason.title}.</b> ${reason.meaning}`),
    row("What made us look", belief.trigger?.text ?? null),
    row("Checks", belief.checks.length === 0 ? null : checkList(belief.checks)),
    row("Recorded before", belief.previous === null ? null : previousMark(belief.previous)),
    row("Decided by", decidedByWords(belief)),
    row("Decided at", decidedAt === null ? null : timeAt(now, decidedAt)),
  ].flat();
  return html`<section class="card">
    <h2>Why do you believe this?</h2>
    <p>${belief.statement}</p>
    ${
      rows.length === 0
        ? ""
        : html`<table class="facts">
            <tbody>
              ${rows}
            </tbody>
          </table>`
    }
  </section>`;
}

function row(name: string, value: Html | string | null): readonly Html[] {
  if (value === null) return [];
  return [
    html`<tr>
      <th scope="row">${name}</th>
      <td>${value}</td>
    </tr>`,
  ];
}

function checkList(checks: readonly BeliefCheck[]): Html {
  return html`<ul class="checks">
    ${checks.map(
      ({ passed, text, detail }) =>
        html`<li>
          ${passed ? html`<span class="yes">✓ yes</span>` : html`<span class="no">✗ no</span>`}
          <span>${text}</span>
          ${detail === "" ? "" : html`<span class="soft small">${detail}</span>`}
        </li>`,
    )}
  </ul>`;
}

function previousMark(previous: NonNullable<Belief["previous"]>): Html {
  const status = STATUS_LABELS[previous.status]?.label ?? "Not known";
  const mark = positionMark(previous, positionLabelOf(previous));
  return previous.outcome === null
    ? html`${mark} <span class="soft">no outcome yet</span>`
    : html`${mark} <span class="soft">status: ${status.toLowerCase()}</span>`;
}

function decidedByWords({ decidedBy, adapter }: Belief): string | null {
  if (decidedBy === null) return null;
  return adapter === null || adapter === "operator"
    ? decidedBy
    : `${decidedBy}, by the adapter ${adapter}`;
}
