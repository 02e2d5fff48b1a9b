import { html } from "hono/html";
import { agoWords } from "../../present/duration-words.ts";
import { utcWords } from "../../present/utc-words.ts";
import type { Html } from "../answer.ts";

const SHORT_MS = 100;
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** "3 minutes ago" for people, the exact moment for machines and for whoever points at it. */
export function timeAgo(now: Date, then: Date): Html {
  const iso = then.toISOString();
  return html`<time datetime="${iso}" title="${iso}">${agoWords(now, then)}</time>`;
}

/** "2026-05-24 14:05 UTC, 3 minutes ago"; each half stays on one line. */
export function timeAt(now: Date, then: Date): Html {
  const iso = then.toISOString();
  return html`<time datetime="${iso}" title="${iso}"
    ><span class="once">${utcWords(then)}</span>,
    <span class="once soft">${agoWords(now, then)}</span></time
  >`;
}

/** How long something took, in two units at most: "4.2 s", "3 min 12 s", "2 h 5 min". */
export function tookWords(ms: number): string {
  if (ms < SHORT_MS) return "under 0.1 s";
  if (ms < 10 * SECOND_MS) return `${(ms / SECOND_MS).toFixed(1)} s`;
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return twoUnits(ms, [MINUTE_MS, "min"], [SECOND_MS, "s"]);
  return twoUnits(ms, [HOUR_MS, "h"], [MINUTE_MS, "min"]);
}

type Unit = readonly [ms: number, name: string];

function twoUnits(ms: number, [largeMs, large]: Unit, [smallMs, small]: Unit): string {
  const rest = Math.floor((ms % largeMs) / smallMs);
  return `${Math.floor(ms / largeMs)} ${large}${rest === 0 ? "" : ` ${rest} ${small}`}`;
}
