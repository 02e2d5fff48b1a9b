import { useState } from "react";
import { keepText, keptText } from "../keep/kept-text.ts";

/** Hidden until a person asks for them. */
export const OPTIONAL_COLUMNS = ["attempt", "reason", "decision", "queue", "trace"] as const;
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];

const KEPT_AS = "settled.columns";

export function readColumns(kept: string | null): readonly OptionalColumn[] {
  const names = (kept ?? "").split(",");
  return OPTIONAL_COLUMNS.filter((name) => names.includes(name));
}

/** The columns that this person has asked for, kept in their browser. */
export function useColumnChoice() {
  const [columns, setColumns] = useState(() => readColumns(keptText("localStorage", KEPT_AS)));
  const choose = (next: readonly OptionalColumn[]) => {
    setColumns(next);
    keepText("localStorage", KEPT_AS, next.join(","));
  };
  return { columns, choose };
}
