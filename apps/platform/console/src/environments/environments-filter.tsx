import { useId } from "react";
import { text } from "../text.ts";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { type EnvironmentsView, readEnvironmentsView, SHOWN } from "./environments-view.ts";

/** Narrows the list by name and by how the environments stand. */
export function EnvironmentsFilter({
  view,
  onChange,
}: {
  readonly view: EnvironmentsView;
  onChange(view: EnvironmentsView): void;
}) {
  const id = useId();
  return (
    <search className="no-print flex flex-wrap items-end gap-3">
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="text-small font-semibold">
          {text("environments.filter.name")}
        </label>
        <input
          id={id}
          type="search"
          value={view.q ?? ""}
          onChange={(event) => onChange(readEnvironmentsView({ ...view, q: event.target.value }))}
          className="min-h-8 w-48 rounded-md border border-strong-line bg-card px-2.5 py-1"
        />
      </div>
      <ChoiceBox
        label={text("environments.filter.show")}
        value={view.show ?? "all"}
        choices={SHOWN.map((value) => ({ value, label: text(`environments.filter.${value}`) }))}
        onChange={(show) => onChange(readEnvironmentsView({ ...view, show }))}
      />
    </search>
  );
}
