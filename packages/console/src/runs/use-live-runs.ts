import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ListedRun } from "../api/run-shape.ts";
import { useApi } from "../api/use-api.ts";
import type { LiveEvent, LiveState } from "../live/live-state.ts";
import { useStream } from "../live/use-stream.ts";
import { type RunPages, type RunsQuestion, runsKey } from "./use-runs.ts";

export interface LiveRuns {
  readonly state: LiveState;
  /** Runs that came into being since the list was read. */
  readonly fresh: number;
  showFresh(): void;
}

interface Fresh {
  readonly of: string;
  readonly ids: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Keeps the rows of a list true. A run that is shown is read again where it stands; one that is not is counted, never
 * slipped in under the pointer.
 */
export function useLiveRuns(question: RunsQuestion, isPaused: boolean): LiveRuns {
  const api = useApi();
  const client = useQueryClient();
  const key = runsKey(question);
  const keyText = JSON.stringify(key);
  // Of one list: another one starts with none, without a moment in between.
  const [seen, setSeen] = useState<Fresh>({ of: keyText, ids: NONE });
  const fresh = seen.of === keyText ? seen.ids : NONE;

  const shown = () =>
    client.getQueryData<RunPages>(key)?.pages.flatMap(({ runs }) => [...runs]) ?? [];

  async function readAgain(id: string): Promise<void> {
    const path = `/workspaces/${encodeURIComponent(question.workspace)}/runs/${encodeURIComponent(id)}`;
    const { body } = await api.ask<ListedRun>(path);
    client.setQueryData<RunPages>(key, (before) =>
      before === undefined
        ? before
        : { ...before, pages: before.pages.map((page) => withRun(page, body)) },
    );
  }

  function onEvents(events: readonly LiveEvent[]): void {
    const versions = new Map(shown().map((run) => [run.id, run.version]));
    const changed = new Set(
      events
        .filter(({ run_id, version }) => version > (versions.get(run_id) ?? version))
        .map(({ run_id }) => run_id),
    );
    for (const id of changed) readAgain(id).catch(() => undefined);
    const created = events.filter(
      ({ kind, run_id }) => kind === "created" && !versions.has(run_id),
    );
    if (created.length === 0) return;
    const ids = new Set([...fresh, ...created.map(({ run_id }) => run_id)]);
    setSeen({ of: keyText, ids });
  }

  const showFresh = () => {
    setSeen({ of: keyText, ids: NONE });
    void client.resetQueries({ queryKey: key });
  };
  const state = useStream(question.workspace, { isPaused, onEvents, onReset: showFresh });
  return { state, fresh: fresh.size, showFresh };
}

function withRun(page: RunPages["pages"][number], run: ListedRun) {
  return { ...page, runs: page.runs.map((one) => (one.id === run.id ? run : one)) };
}
