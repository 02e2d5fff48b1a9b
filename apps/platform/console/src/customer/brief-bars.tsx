import { text } from "../text.ts";
import type { BriefBlock } from "./published-shape.ts";

type Bars = Extract<BriefBlock, { kind: "bars" }>;
type Part = Bars["bars"][number]["parts"][number];

const TONES: Readonly<Record<Part["tone"], string>> = {
  good: "bg-good",
  care: "bg-part",
  bad: "bg-bad",
  plain: "bg-accent",
  unknown: "bg-strong-line",
};

/** Stacked bars with their figures in words: what was not assessed is a part of each. */
export function BriefBars({ caption, bars }: Pick<Bars, "caption" | "bars">) {
  const legend = new Map(
    bars.flatMap(({ parts }) => parts.map(({ label, tone }) => [label, tone])),
  );
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="sr-only">{caption}</figcaption>
      <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-small text-soft">
        {[...legend].map(([label, tone]) => (
          <li key={label} className="flex items-center gap-1.5">
            <span className={`size-2.5 rounded-sm ${TONES[tone]}`} />
            {label}
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-2">
        {bars.map(({ label, parts, total }) => (
          <li
            key={label}
            className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)_3rem]"
          >
            <span>{label}</span>
            <span className="flex h-3 gap-px overflow-hidden rounded-sm bg-sunken">
              {parts
                .filter(({ figure }) => figure > 0)
                .map((part) => (
                  <span
                    key={part.label}
                    className={TONES[part.tone]}
                    style={{ width: `${(part.figure * 100) / Math.max(total, 1)}%` }}
                  />
                ))}
            </span>
            <span className="sr-only">
              {parts.map((part) => `${part.label}: ${part.figure}`).join(", ")}
            </span>
            <span aria-hidden="true" className="text-soft tabular-nums sm:text-right">
              {text("customer.total", { total })}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
