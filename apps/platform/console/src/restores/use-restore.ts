import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useApi, useFollowedRun } from "settled-console/app";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { belowApi } from "../places/use-list.ts";
import { restoresKey } from "./restore-keys.ts";
import type { RestoreAttempt, ShownRestore } from "./restore-shape.ts";

const LOOK_EVERY_MS = 1_500;
const PAGES_MAX = 10;

interface JournalPage {
  readonly attempts: readonly RestoreAttempt[];
  readonly next: string | null;
}

/** A restore, its run, and while that runs its journal, which is read again and again. */
export function useRestore(place: EnvironmentPlace, id: string) {
  const api = useApi();
  const client = useQueryClient();
  const key = [...restoresKey(place), "restore", id] as const;
  const path = pathIn(place, `/restores/${encodeURIComponent(id)}`);
  const found = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await api.ask<ShownRestore>(path, { signal })).body,
  });
  const followed = useFollowedRun(place.workspace, found.data?.run_id ?? null);
  const isRunning = followed.run?.done === false;
  const journal = useQuery({
    queryKey: [...key, "journal"],
    queryFn: async ({ signal }) => {
      const attempts: RestoreAttempt[] = [];
      let next: string | null = `${path}/journal?limit=200`;
      for (let page = 0; page < PAGES_MAX && next !== null; page += 1) {
        const { body }: { body: JournalPage } = await api.ask<JournalPage>(next, { signal });
        attempts.push(...body.attempts);
        next = body.next === null ? null : belowApi(body.next);
      }
      return attempts;
    },
    enabled: isRunning,
    refetchInterval: isRunning ? LOOK_EVERY_MS : false,
  });
  // What became of the items is judged at the end of the run, so it is asked for once more then.
  const wasJudged = found.data?.judged_at != null;
  const isLate = followed.run?.done === true && !wasJudged;
  const [workspace, environment] = [place.workspace, place.environment];
  useEffect(() => {
    if (!isLate) return;
    void client.invalidateQueries({
      queryKey: [...restoresKey({ workspace, environment }), "restore", id],
      exact: true,
    });
  }, [isLate, client, workspace, environment, id]);
  const attempts = isRunning ? (journal.data ?? found.data?.attempts ?? []) : null;
  return { found, followed, isRunning, liveAttempts: attempts };
}
