import type { ListedRun } from "../api/run-shape.ts";
import { tookWords } from "../clock/time-words.ts";
import { useNow } from "../clock/use-now.ts";

/** How long a run took; of one under way, how long it has taken so far. Nothing before it was begun. */
export function RunTook({
  run,
}: {
  readonly run: Pick<ListedRun, "started_at" | "completed_at" | "status">;
}) {
  return run.status === "running" ? <SoFar run={run} /> : <>{tookOf(run, null)}</>;
}

function SoFar({ run }: { readonly run: Pick<ListedRun, "started_at" | "completed_at"> }) {
  return <>{tookOf(run, useNow())}</>;
}

function tookOf(run: Pick<ListedRun, "started_at" | "completed_at">, now: Date | null): string {
  if (run.started_at === null) return "";
  const end = run.completed_at === null ? now : new Date(run.completed_at);
  return end === null ? "" : tookWords(end.getTime() - new Date(run.started_at).getTime());
}
