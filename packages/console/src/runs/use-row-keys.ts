import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ListedRun } from "../api/run-shape.ts";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import { message } from "../messages/message.ts";

export interface RowKeys {
  /** The run that `x` and Enter are about; null until a key has chosen one. */
  readonly currentId: string | null;
}

/** Moves through the list by keys. The place stays with its run when rows are added above. */
export function useRowKeys(runs: readonly ListedRun[], toggle: (id: string) => void): RowKeys {
  const navigate = useNavigate();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const index = runs.findIndex(({ id }) => id === currentId);
  const move = (step: number) => {
    const next = runs[Math.min(Math.max(index + step, 0), runs.length - 1)];
    if (next !== undefined) setCurrentId(next.id);
  };
  useEffect(() => {
    if (currentId === null) return;
    document.getElementById(`run-${currentId}`)?.scrollIntoView({ block: "nearest" });
  }, [currentId]);
  const current = runs[index];
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
      key: "Enter",
      words: message("keys.open"),
      run: () => {
        if (current === undefined) return;
        void navigate({ to: `/workspaces/${current.workspace_id}/runs/${current.id}` });
      },
    },
  ]);
  return { currentId };
}
