import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ListedRun } from "../api/run-shape.ts";
import { useApi } from "../api/use-api.ts";
import type { LiveEvent, LiveState } from "../live/live-state.ts";
import { useSoon } from "../live/use-soon.ts";
import { useStream } from "../live/use-stream.ts";
import { freshIn, withChanges, withFresh } from "./fresh-runs.ts";
import { keepPlace, placeIn } from "./list-places.ts";
import { askPage, type RunPages, type RunsQuestion, runsKey, runsQuery } from "./runs-query.ts";

export interface LiveRuns {
  readonly state: LiveState;
  /** Runs that have come to belong to the list since it was read, and are not shown. */
  readonly fresh: number;
  /** Rows that have changed where they stand, so far. */
  readonly changed: number;
  /** Puts what is new on top of what is shown; the answer is the run that is then the first. */
  showFresh(): Promise<string | null>;
}

interface News {
  readonly of: string;
  readonly fresh: number;
  readonly changed: number;
}

const READ_AT_ONCE_MAX = 20;
const PEEK_EVERY_MS = 1_500;

/**
 * Keeps the rows of a list true. A run that is shown is read again where it stands; whether others have come to belong
 * to the list the server says, and they are counted, never slipped in under the pointer.
 */
export function useLiveRuns(question: RunsQuestion, isPaused: boolean): LiveRuns {
  const api = useApi();
  const client = useQueryClient();
  const key = runsKey(question);
  const list = JSON.stringify(key);
  const [kept, setNews] = useState<News>({ of: list, fresh: 0, changed: 0 });
  // Of one list: another one starts with none, without a moment in between.
  const news = kept.of === list ? kept : { of: list, fresh: 0, changed: 0 };
  const tell = (more: (before: News) => Partial<News>) =>
    setNews((before) => {
      const own = before.of === list ? before : { of: list, fresh: 0, changed: 0 };
      return { ...own, ...more(own) };
    });
  const pages = () => client.getQueryData<RunPages>(key)?.pages;
  const put = (next: (before: RunPages) => RunPages) =>
    client.setQueryData<RunPages>(key, (before) => (before === undefined ? before : next(before)));

  function change(runs: readonly ListedRun[]): void {
    put((before) => ({ ...before, pages: withChanges(before.pages, runs) }));
  }

  async function readAgain(id: string): Promise<void> {
    const path = `/workspaces/${encodeURIComponent(question.workspace)}/runs/${encodeURIComponent(id)}`;
    const { body } = await api.ask<ListedRun>(path);
    change([body]);
    tell(({ changed }) => ({ changed: changed + 1 }));
  }

  async function peek(): Promise<void> {
    // What is being read for the first time must be there before anything can be new to it.
    await client.ensureInfiniteQueryData({ ...runsQuery(api, question), revalidateIfStale: false });
    const first = await askPage(api, question);
    const shown = pages();
    if (shown === undefined) return;
    change(first.runs);
    tell(() => ({ fresh: freshIn(shown, first).length }));
  }
  const peekSoon = useSoon(() => void peek().catch(() => undefined), PEEK_EVERY_MS);
  const countSoon = useSoon(
    () => void client.invalidateQueries({ queryKey: ["runs-waiting", question.workspace] }),
    PEEK_EVERY_MS,
  );

  function onEvents(events: readonly LiveEvent[]): void {
    countSoon();
    const rows = pages()?.flatMap(({ runs }) => [...runs]) ?? [];
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    const changed = new Set(
      events
        .filter(({ run_id, version }) => version > (versions.get(run_id) ?? version))
        .map(({ run_id }) => run_id),
    );
    for (const id of [...changed].slice(0, READ_AT_ONCE_MAX)) readAgain(id).catch(() => undefined);
    const isMore = changed.size > READ_AT_ONCE_MAX;
    if (isMore || events.some(({ run_id }) => !versions.has(run_id))) peekSoon();
  }

  async function showFresh(): Promise<string | null> {
    const first = await askPage(api, question);
    put((before) => {
      const shown = withFresh(before.pages, first);
      const pageParams = shown.map((_page, index) => before.pageParams[index] ?? null);
      return { pages: shown, pageParams };
    });
    tell(() => ({ fresh: 0 }));
    return first.runs[0]?.id ?? null;
  }

  const state = useStream(question.workspace, {
    isPaused,
    place: {
      read: () => (pages() === undefined ? "" : placeIn(list).eventId),
      keep: (eventId) => keepPlace(list, { eventId }),
    },
    onEvents,
    onBegin: peekSoon,
    onReset: () => void client.resetQueries({ queryKey: key }),
  });
  const { fresh, changed } = news;
  return { state, fresh, changed, showFresh };
}
