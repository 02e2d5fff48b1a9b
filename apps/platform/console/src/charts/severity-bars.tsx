import { SEVERITIES, SEVERITY_FILLS, type Severity } from "../parts/severity.ts";
import { SeverityMark } from "../parts/severity-mark.tsx";
import { text } from "../text.ts";
import { StackedBar } from "./stacked-bar.tsx";

/** Open deviations by severity, the worst on top, each beside its figure. */
export function SeverityBars({ open }: { readonly open: Readonly<Record<Severity, number>> }) {
  const most = Math.max(1, ...SEVERITIES.map((severity) => open[severity]));
  return (
    <ul className="grid grid-cols-[auto_2.5rem_minmax(4rem,1fr)] items-center gap-x-2 gap-y-1.5">
      {SEVERITIES.map((severity) => {
        const label = text(`severity.${severity}`);
        const count = open[severity];
        return (
          <li key={severity} className="col-span-3 grid grid-cols-subgrid items-center">
            <SeverityMark severity={severity} />
            <b className="text-right tabular-nums">{count}</b>
            <StackedBar
              title={label}
              parts={[{ label: text("area.open"), count, fill: SEVERITY_FILLS[severity] }]}
              of={most}
            />
          </li>
        );
      })}
    </ul>
  );
}
