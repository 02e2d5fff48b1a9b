import { html } from "hono/html";
import type { Html } from "settled/http";
import { type Readiness, readinessWords } from "../pack/readiness.ts";
import type { PackStanding } from "../pack/review-pack.ts";

type Look = readonly [glyph: string, colour: string];

const GOOD: Look = ["✓", "succeeded"];
const CARE: Look = ["!", "attention_required"];
const BAD: Look = ["✗", "failed"];
const OFF: Look = ["–", "unknown"];

const STANDING: Readonly<Record<PackStanding["status"], readonly [Look, string]>> = {
  ready: [GOOD, "Ready"],
  failed: [BAD, "Could not be rendered"],
  revoked: [CARE, "Taken back"],
};

const READINESS: Readonly<Record<Readiness["state"], Look>> = {
  ready: GOOD,
  failed: BAD,
  revoked: CARE,
  not_rendered: OFF,
  would_be_stale: OFF,
  review_withheld: CARE,
};

/** Where a pack stands: glyph, word and colour say the same. */
export function packMark({ status }: PackStanding): Html {
  return asHtml(...STANDING[status]);
}

export function readinessMark(readiness: Readiness): Html {
  const isStale = readiness.state === "ready" && readiness.isStale;
  return asHtml(isStale ? CARE : READINESS[readiness.state], readinessWords(readiness));
}

function asHtml([glyph, colour]: Look, label: string): Html {
  return html`<span class="mark ${colour}"><i aria-hidden="true">${glyph}</i>${label}</span>`;
}
