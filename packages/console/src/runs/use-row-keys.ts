import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ListedRun } from "../api/run-shape.ts";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import { message } from "../messages/message.ts";
import { focusRun } from "./focus-run.ts";
import { keepPlace, placeIn } from "./list-places.ts";

interface RowKeysOptions {
  /** By which the place in this list is found again. */
  readonly list: string;
  readonly runs: readonly ListedRun[];
  toggle(id: string): void;
  /** Undoes what is selected; false = nothing was. */
  clear(): boolean;
  /** A step beyond the last row. */
  onEnd(): void;
}

/** Moves through the list by keys. The place stays with its run, when rows are added above and when one comes back. */
export function useRowKeys({ list, runs, toggle, clear, onEnd }: RowKeysOptions) {
  const navigate = useNavigate();
  const [currentId, setCurrentId] = useState(() => placeIn(list).currentId);
  const index = runs.findIndex(({ id }) => id === currentId);
  const current = runs[index];
  const choose = (id: string) => {
    setCurrentId(id);
    keepPlace(list, { currentId: id });
  };
  const move = (step: number) => {
    if (step > 0 && index === runs.length - 1) return onEnd();
    const next = runs[Math.max(index + step, 0)];
    if (next === undefined) return undefined;
    choose(next.id);
    return focusRun(next.id);
  };
  const isShown = current !== undefined;
  useEffect(() => {
    // Who comes back to the list goes on where they were.
    const { currentId: id } = placeIn(list);
    if (isShown && id !== null && document.activeElement === document.body) focusRun(id);
  }, [list, isShown]);
  useShortcuts([
    {
      key: "/",
      words: message("keys.search"),
      run: () => document.querySelector<HTMLInputElement>("[data-shortcut=search]")?.focus(),
    },
    { key: "j", words: message("keys.down"), run: () => move(1) },
    { key: "k", words: message("keys.up"), run: () => move(index < 0 ? 1 : -1) },
    {
      key: "x",
      words: message("keys.select"),
      run: () => (current === undefined ? undefined : toggle(current.id)),
    },
    {
      key: "Escape",
      words: message("keys.unselect"),
      run: () => void clear(),
    },
  ]);
  useShortcuts([
    {
      key: "Enter",
      words: message("keys.open"),
      // A control that has the focus does its own thing.
      isMeant: (target) => target.closest("a, button, summary, input") === null,
      run: () => {
        if (current === undefined) return;
        void navigate({ to: `/workspaces/${current.workspace_id}/runs/${current.id}` });
      },
    },
  ]);
  return { currentId, choose };
}
