import { html } from "hono/html";
import { type Html, timeAt } from "settled/http";
import type { RejectionReason } from "../restore/restore-attempt.ts";
import type { FoundRestore } from "../server/gather-restore.ts";
import type { JournaledAttempt } from "../store/restore-journal.ts";
import { attemptMark } from "./restore-mark.ts";
import { table } from "./table.ts";

const ROWS_MAX = 400;

const REASONS: Readonly<Record<RejectionReason, string>> = {
  permission: "the right to write it is missing",
  licence: "a licence is missing",
  invalid: "the provider refused its content",
  throttled: "the provider put it off",
  awaiting_approval: "a second administrator must approve it",
  target_changed: "somebody changed the target after the plan was made",
  listing_incomplete: "what stands in the target could not be read whole",
};

/** Every request of a restore in its order; each was journaled before it was sent. */
export function restoreJournalCard({ judged, attempts }: FoundRestore, now: Date): Html {
  const names = new Map(judged.map(({ item }) => [item.itemNo, item.name]));
  return html`<section class="card" id="journal">
    <h2>Requests to the provider</h2>
    <p class="soft">Each was written down before it was sent.</p>
    ${table(
      "Requests to the provider",
      ["No.", "When", "Item", "Step", "What is known", "Request id"],
      attempts
        .slice(0, ROWS_MAX)
        .map((attempt) => [
          attempt.attemptNo,
          timeAt(now, attempt.startedAt),
          names.get(attempt.itemNo) ?? `item ${attempt.itemNo}`,
          attempt.step,
          html`${attemptMark(attempt.outcome)} ${moreWords(attempt)}`,
          attempt.requestId === null
            ? html`<span class="soft">none</span>`
            : html`<code>${attempt.requestId}</code>`,
        ]),
    )}
    ${
      attempts.length > ROWS_MAX
        ? html`<p class="soft small">The first ${ROWS_MAX} of ${attempts.length} are shown.</p>`
        : ""
    }
  </section>`;
}

function moreWords({ httpStatus, reason }: JournaledAttempt): string {
  const parts = [
    ...(httpStatus === null ? [] : [`HTTP ${httpStatus}`]),
    ...(reason === null ? [] : [REASONS[reason]]),
  ];
  return parts.join(": ");
}
