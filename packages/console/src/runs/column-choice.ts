import { useState } from "react";

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
  const [columns, setColumns] = useState(() => readColumns(kept()));
  const choose = (next: readonly OptionalColumn[]) => {
    setColumns(next);
    keep(next.join(","));
  };
  return { columns, choose };
}

/** A browser may refuse to keep anything: the choice then lasts as long as the page. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

function keep(columns: string): void {
  try {
    localStorage.setItem(KEPT_AS, columns);
  } catch {
    // See above.
  }
}
