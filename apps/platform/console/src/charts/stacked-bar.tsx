import { useId } from "react";
import { text } from "../text.ts";
import { barSegments } from "./bar-segments.ts";
import { type ChartPart, FILLS } from "./chart-part.ts";
import { Hatch } from "./hatch.tsx";

const WIDTH = 600;
const HEIGHT = 14;

/**
 * One bar of parts that add up, as long as `of` says beside the widest. Where nothing is, the empty bar is drawn, so that it
 * reads as "nothing was assessed" rather than as forgotten.
 */
export function StackedBar({
  title,
  parts,
  of,
}: {
  readonly title: string;
  readonly parts: readonly ChartPart[];
  readonly of: number;
}) {
  const id = useId();
  const segments = barSegments(
    parts.map(({ count }) => count),
    { width: WIDTH, of },
  );
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      className="h-3.5 w-full rounded-sm"
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{partWords(parts)}</desc>
      <Hatch id={`${id}h`} />
      <rect width={WIDTH} height={HEIGHT} className="fill-sunken" />
      {segments.map(({ index, x, width }) => {
        const part = parts[index];
        if (part === undefined) return null;
        const fill =
          part.isHatched === true ? { fill: `url(#${id}h)` } : { className: FILLS[part.fill] };
        return <rect key={part.label} x={x} width={width} height={HEIGHT} {...fill} />;
      })}
    </svg>
  );
}

/** "6 as expected, 0 accepted, 3 open, 0 not assessed": what a bar shows, zeros as well. */
export function partWords(parts: readonly ChartPart[]): string {
  return parts
    .map(({ label, count }) => text("chart.part", { label, count: String(count) }))
    .join(", ");
}
