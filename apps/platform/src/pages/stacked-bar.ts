import { html } from "hono/html";
import type { Html } from "settled/http";

/** One part of a bar. Its colour is a class of the library's style; its words stand beside the bar. */
export interface BarPart {
  readonly label: string;
  readonly count: number;
  readonly fill: "good" | "part" | "care" | "bad" | "wait" | "off";
}

const WIDTH = 600;
const HEIGHT = 14;
const GAP = 2;
/** One in a thousand can still be seen. */
const PART_WIDTH_MIN = 6;

/**
 * One bar of parts that add up, as long as `of` says for the widest bar beside it. Where there is nothing, the empty
 * bar is drawn, so that it reads as "nothing was assessed" rather than as forgotten. `counted` says what is counted to
 * those who do not see it.
 */
export function stackedBar(parts: readonly BarPart[], of: number, counted = ""): Html {
  const total = sum(parts);
  const words = parts.map(({ label, count }) => `${count} ${label}`).join(", ");
  return html`<svg
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    width="100%"
    height="${HEIGHT}"
    preserveAspectRatio="none"
    role="img"
    aria-label="${`Of ${total}${counted === "" ? "" : ` ${counted}`}: ${words}.`}"
  >
    <rect width="${WIDTH}" height="${HEIGHT}" class="fill-line" opacity="0.5" />
    ${rectangles(parts, (WIDTH * total) / Math.max(of, total, 1))}
  </svg>`;
}

/** The same figures as text; parts that are zero are told as well. */
export function barLegend(parts: readonly BarPart[]): Html {
  return html`<p class="small">
    ${parts.map(
      ({ label, count, fill }, index) =>
        html`${index === 0 ? "" : " · "}<span class="once"
            ><svg width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" rx="2" class="fill-${fill}" />
            </svg>
            <b>${count}</b> ${label}</span
          >`,
    )}
  </p>`;
}

function rectangles(parts: readonly BarPart[], width: number): readonly Html[] {
  const shown = parts.filter(({ count }) => count > 0);
  const total = sum(shown);
  const gaps = Math.max(shown.length - 1, 0) * GAP;
  const free = Math.max(width - shown.length * PART_WIDTH_MIN - gaps, 0);
  let x = 0;
  return shown.map(({ count, fill }) => {
    const part = PART_WIDTH_MIN + (count / total) * free;
    const left = x;
    x += part + GAP;
    return html`<rect
      x="${left.toFixed(2)}"
      width="${part.toFixed(2)}"
      height="${HEIGHT}"
      class="fill-${fill}"
    />`;
  });
}

function sum(parts: readonly BarPart[]): number {
  return parts.reduce((all, { count }) => all + count, 0);
}
