import { useId } from "react";
import { type ChartPart, FILLS } from "./chart-part.ts";
import { Hatch } from "./hatch.tsx";

/** The figures of a bar as text; parts that are zero are told as well. */
export function BarLegend({
  parts,
  isFigured = true,
}: {
  readonly parts: readonly ChartPart[];
  /** False for a key that many bars share. */
  readonly isFigured?: boolean;
}) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-small text-soft">
      {parts.map((part) => (
        <li key={part.label} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <Swatch part={part} />
          <span>
            {isFigured ? <b className="text-ink tabular-nums">{part.count} </b> : null}
            {part.label}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The colour or pattern of a part beside its words. */
export function Swatch({ part }: { readonly part: Pick<ChartPart, "fill" | "isHatched"> }) {
  const id = useId();
  const fill = part.isHatched === true ? { fill: `url(#${id})` } : { className: FILLS[part.fill] };
  return (
    <svg width="10" height="10" aria-hidden="true" className="shrink-0">
      {part.isHatched === true ? <Hatch id={id} /> : null}
      <rect width="10" height="10" rx="2" {...fill} />
    </svg>
  );
}
