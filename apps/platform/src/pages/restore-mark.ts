import { html } from "hono/html";
import type { OperationRun } from "settled";
import type { Html } from "settled/http";
import type { JudgedItem } from "../restore/item-judgement.ts";
import type { AttemptOutcome } from "../restore/restore-attempt.ts";

type Look = readonly [glyph: string, colour: string, label: string];

const TRUTH: Readonly<Record<JudgedItem["judgement"]["truth"], Look>> = {
  applied: ["✓", "succeeded", "Written"],
  not_applied: ["–", "unknown", "Not written"],
  partly_applied: ["±", "partially_succeeded", "Written in part"],
  conflict: ["!", "attention_required", "In conflict"],
  unknown: ["?", "attention_required", "Not verified"],
  awaiting_external: ["‖", "blocked", "Waits for approval"],
};

const ATTEMPT: Readonly<Record<AttemptOutcome, Look>> = {
  sent: ["?", "attention_required", "Sent, perhaps"],
  acked: ["±", "partially_succeeded", "Answered, not read back"],
  verified: ["✓", "succeeded", "Read back"],
  rejected: ["✗", "failed", "Refused"],
  unknown: ["?", "attention_required", "No answer"],
};

const OUTCOME: Readonly<Record<NonNullable<OperationRun["outcome"]>, Look>> = {
  succeeded: ["✓", "succeeded", "Succeeded"],
  partially_succeeded: ["±", "partially_succeeded", "Partially succeeded"],
  blocked: ["‖", "blocked", "Blocked"],
  attention_required: ["!", "attention_required", "Attention required"],
  failed: ["✗", "failed", "Failed"],
  cancelled: ["–", "cancelled", "Cancelled"],
};

/** How the run of a restore ended, or that it has not. */
export function restoreMark(run: OperationRun | null): Html {
  if (run === null) return asHtml("–", "unknown", "Its run is not kept");
  return run.outcome === null
    ? asHtml("…", "unknown", "Not ended yet")
    : asHtml(...OUTCOME[run.outcome]);
}

/** What became of an item: glyph, word and colour say the same. */
export function itemTruthMark({ item, judgement }: JudgedItem): Html {
  return item.action === "skip"
    ? asHtml("✓", "succeeded", "As wanted already")
    : asHtml(...TRUTH[judgement.truth]);
}

export function attemptMark(outcome: AttemptOutcome): Html {
  return asHtml(...ATTEMPT[outcome]);
}

function asHtml(...[glyph, colour, label]: Look): Html {
  return html`<span class="mark ${colour}"><i aria-hidden="true">${glyph}</i>${label}</span>`;
}
