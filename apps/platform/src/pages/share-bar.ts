import { html, raw } from "hono/html";
import type { Html } from "settled/http";

export interface Share {
  readonly label: string;
  readonly count: number;
  /** A colour variable of the page's style: `good`, `care`, `bad`, `part`. */
  readonly colour: "good" | "part" | "care" | "bad";
}

const WIDTH = 600;
const HEIGHT = 14;
const FILL = { good: "#2f9e5b", part: "#c79a1b", care: "#d9772b", bad: "#c8434e" } as const;

/** One bar of parts that add up, with the same figures as text: never a picture alone, never a single percentage. */
export function shareBar(title: string, shares: readonly Share[]): Html {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  let x = 0;
  const parts = shares
    .filter(({ count }) => count > 0)
    .map(({ count, colour }) => {
      const width = total === 0 ? 0 : (count / total) * WIDTH;
      const part = `<rect x="${x}" y="0" width="${width}" height="${HEIGHT}" fill="${FILL[colour]}"/>`;
      x += width;
      return part;
    });
  const words = shares.map(({ label, count }) => `${label}: ${count}`).join(", ");
  return html`<svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      width="100%"
      height="${HEIGHT}"
      preserveAspectRatio="none"
      role="img"
    >
      <title>${title}. ${words}</title>
      ${raw(parts.join(""))}
    </svg>
    <p class="small">${words}</p>`;
}
