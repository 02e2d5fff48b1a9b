import { useNavigate } from "settled-console/app";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { SEVERITIES } from "../parts/severity.ts";
import { text } from "../text.ts";
import {
  areasOf,
  type FindingsView,
  kindsOf,
  readFindingsView,
  STANDINGS,
} from "./findings-view.ts";
import type { FindingLine } from "./review-shape.ts";

interface FindingsFilterProps {
  readonly view: FindingsView;
  readonly findings: readonly FindingLine[];
  readonly shown: number;
}

/** Narrows the findings by severity, kind, decision and area; the address says by what. */
export function FindingsFilter({ view, findings, shown }: FindingsFilterProps) {
  const navigate = useNavigate();
  const narrow = (part: keyof FindingsView) => (value: string) =>
    void navigate({
      to: ".",
      search: readFindingsView({ ...view, [part]: value }),
      replace: true,
      resetScroll: false,
    });
  const all = { value: "", label: text("filter.all") };
  return (
    <div className="no-print flex flex-wrap items-end gap-3">
      <ChoiceBox
        label={text("finding.severity")}
        value={view.severity ?? ""}
        choices={[all, ...SEVERITIES.map((value) => ({ value, label: text(`severity.${value}`) }))]}
        onChange={narrow("severity")}
      />
      <ChoiceBox
        label={text("finding.kind")}
        value={view.kind ?? ""}
        choices={[
          all,
          ...kindsOf(findings).map((value) => ({ value, label: text(`kind.${value}`) })),
        ]}
        onChange={narrow("kind")}
      />
      <ChoiceBox
        label={text("finding.decision")}
        value={view.disposition ?? ""}
        choices={[
          all,
          ...STANDINGS.map((value) => ({ value, label: text(`disposition.${value}`) })),
        ]}
        onChange={narrow("disposition")}
      />
      <ChoiceBox
        label={text("finding.area")}
        value={view.area ?? ""}
        choices={[all, ...areasOf(findings).map((value) => ({ value, label: value }))]}
        onChange={narrow("area")}
      />
      <output className="pb-1 text-small text-soft">
        {text("findings.shown", { shown: String(shown), total: String(findings.length) })}
      </output>
    </div>
  );
}
