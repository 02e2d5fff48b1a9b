import { html } from "hono/html";
import { type Html, timeAt } from "settled/http";
import type { FindingLine, ReviewDocument } from "../review/review-document.ts";
import { dispositionMark } from "./mark.ts";
import { table } from "./table.ts";

const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** Deviations that somebody decided to keep, with who, why and until when; those that expire first on top. */
export function acceptedCard({ accepted }: ReviewDocument, now: Date): Html {
  return html`<section class="card" id="accepted">
    <h2>Accepted and customer-specific deviations</h2>
    ${
      accepted.length === 0
        ? html`<p class="soft">None.</p>`
        : table(
            "Accepted deviations",
            ["Policy", "Deviation", "Decision", "Decided by", "Why", "Expires"],
            accepted.map((line) => [
              line.policy,
              line.sentence,
              dispositionMark(line.disposition),
              html`${line.decided_by ?? ""}
              ${line.decided_at === null ? "" : timeAt(now, new Date(line.decided_at))}`,
              line.decision_reason ?? "",
              expiry(line, now),
            ]),
          )
    }
  </section>`;
}

/** Relative words are made here, where there is a clock; the document has the date alone. */
function expiry({ expires_at: at }: FindingLine, now: Date): Html | string {
  if (at === null) return "When it is changed";
  const days = Math.floor((new Date(at).getTime() - now.getTime()) / DAY_MS);
  const date = at.slice(0, 10);
  if (days < 0) return html`<b class="no">Expired on ${date}</b>`;
  if (days <= SOON_DAYS)
    return html`<b class="no">${date}, in ${days === 1 ? "1 day" : `${days} days`}</b>`;
  return date;
}
