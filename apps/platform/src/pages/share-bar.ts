import { html } from "hono/html";
import type { Html } from "settled/http";

interface Share {
  readonly label: string;
  readonly count: number;
  readonly fill: string;
}

export interface ReadShares {
  readonly readWhole: number;
  readonly unreadable: number;
  readonly incomplete: number;
  readonly ambiguous: number;
}

const WIDTH = 600;
const HEIGHT = 14;
const GAP = 2;
/** One object in a thousand can still be seen. */
const WIDTH_MIN = 6;

/** One bar of parts that add up, with the same figures as text: never a picture alone, never a single percentage. */
export function shareBar(shares: ReadShares): Html {
  // Middle tones that stand out on light and on dark paper.
  const all: readonly Share[] = [
    { label: "read whole", count: shares.readWhole, fill: "#2f9e5b" },
    { label: "unreadable", count: shares.unreadable, fill: "#c8434e" },
    { label: "incomplete", count: shares.incomplete, fill: "#c79a1b" },
    { label: "ambiguous", count: shares.ambiguous, fill: "#8a6fd1" },
  ];
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const words = all.map(({ label, count }) => `${count} ${label}`).join(", ");
  return html`<svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      width="100%"
      height="${HEIGHT}"
      preserveAspectRatio="none"
      role="img"
      aria-label="${`Of ${total} objects: ${words}.`}"
    >
      ${rectangles(all, total)}
    </svg>
    <p class="small">
      ${all.map(
        ({ label, count, fill }, index) =>
          html`${index === 0 ? "" : " · "}<span class="once"
              ><svg width="10" height="10" aria-hidden="true">
                <rect width="10" height="10" rx="2" fill="${fill}" />
              </svg>
              <b>${count}</b> ${label}</span
            >`,
      )}
    </p>`;
}

function rectangles(shares: readonly Share[], total: number): readonly Html[] {
  const shown = shares.filter(({ count }) => count > 0);
  const free = WIDTH - shown.length * WIDTH_MIN - Math.max(shown.length - 1, 0) * GAP;
  let x = 0;
  return shown.map(({ count, fill }) => {
    const width = WIDTH_MIN + (count / total) * free;
    const left = x;
    x += width + GAP;
    return html`<rect
      x="${left.toFixed(2)}"
      width="${width.toFixed(2)}"
      height="${HEIGHT}"
      fill="${fill}"
    />`;
  });
}
