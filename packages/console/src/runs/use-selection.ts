import type { RowSelectionState } from "@tanstack/react-table";
import { type Dispatch, type SetStateAction, useState } from "react";

interface Selected {
  readonly of: string;
  readonly rows: RowSelectionState;
}

const NONE: RowSelectionState = {};

/** The rows that are selected in one list; another list begins with none. */
export function useSelection(
  list: string,
): readonly [RowSelectionState, Dispatch<SetStateAction<RowSelectionState>>] {
  const [selected, setSelected] = useState<Selected>({ of: list, rows: NONE });
  const rows = selected.of === list ? selected.rows : NONE;
  return [
    rows,
    (next) =>
      setSelected((before) => {
        const own = before.of === list ? before.rows : NONE;
        return { of: list, rows: typeof next === "function" ? next(own) : next };
      }),
  ];
}
