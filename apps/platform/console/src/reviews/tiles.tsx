import { text } from "../text.ts";
import type { ReviewDocument } from "./review-shape.ts";

interface Tile {
  readonly figure: string;
  readonly label: string;
  readonly tone?: string;
}

/** The few figures that a review is remembered by. */
export function Tiles({ document }: { readonly document: ReviewDocument }) {
  const tiles = document.baseline === null ? readTiles(document) : comparedTiles(document);
  return (
    <ul className="mt-4 grid grid-cols-2 gap-2 md:grid-cols-4">
      {tiles.map(({ figure, label, tone = "" }) => (
        <li key={label} className="rounded-md bg-sunken px-3 py-2">
          <b className={`block text-title leading-tight tabular-nums ${tone}`}>{figure}</b>
          <span className="text-small text-soft">{label}</span>
        </li>
      ))}
    </ul>
  );
}

function comparedTiles({ tiles }: ReviewDocument): readonly Tile[] {
  const { policies_checked: checked, aligned, open_high: high, not_assessed: unknown } = tiles;
  return [
    { figure: String(checked), label: text("tile.checked") },
    { figure: String(aligned), label: text("tile.aligned"), tone: "text-good" },
    { figure: String(high), label: text("tile.high"), tone: high > 0 ? "text-bad" : "" },
    { figure: String(unknown), label: text("tile.unknown"), tone: unknown > 0 ? "text-care" : "" },
  ];
}

/** Where nothing was expected, what counts is how much was read. */
function readTiles({ totals, coverage }: ReviewDocument): readonly Tile[] {
  const notWhole = totals.items - totals.read_whole;
  const complete = coverage.filter(({ status }) => status === "complete").length;
  return [
    { figure: String(totals.read_whole), label: text("tile.read") },
    {
      figure: String(notWhole),
      label: text("tile.not_read"),
      tone: notWhole > 0 ? "text-care" : "",
    },
    {
      figure: text("chart.trend.types", {
        complete: String(complete),
        types: String(coverage.length),
      }),
      label: text("tile.types"),
      tone: complete === coverage.length ? "text-good" : "text-care",
    },
  ];
}
