import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { NeedingButton } from "../../access/needing-button.tsx";
import type { ServedRun } from "../../api/run-shape.ts";
import { useApi } from "../../api/use-api.ts";
import { message } from "../../messages/message.ts";
import { Button } from "../../parts/button.tsx";
import { OutcomeMark } from "../../parts/outcome-mark.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { ProgressBar } from "../../run/progress-bar.tsx";
import { runPath } from "../../run/use-run.ts";

const LOOK_EVERY_MS = 1_000;

/** How far an action on many runs has come, with the way to stop it and the way to its own run. */
export function BulkProgress({
  workspace,
  id,
  onDismiss,
}: {
  readonly workspace: string;
  readonly id: string;
  onDismiss(): void;
}) {
  const api = useApi();
  const place = useRef<HTMLElement>(null);
  // What asked for it is gone from the screen: the focus goes on here.
  useEffect(() => place.current?.focus(), []);
  const path = runPath(workspace, id);
  const { data: run } = useQuery({
    queryKey: ["bulk-run", workspace, id],
    queryFn: async ({ signal }) => (await api.ask<ServedRun>(path, { signal })).body,
    // Progress is no event of the stream.
    refetchInterval: ({ state }) => (state.data?.done === true ? false : LOOK_EVERY_MS),
  });
  const stop = useMutation({
    mutationFn: () => api.ask(`${path}:cancel`, { method: "POST", body: {} }),
  });
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={message("bulk.progress")}
      className="my-2 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-card px-3 py-2"
    >
      {run === undefined ? (
        <p className="text-soft">{message("bulk.progress.starts")}</p>
      ) : (
        <>
          <OutcomeMark
            status={run.status}
            outcome={run.outcome}
            label={run.presentation.state.label}
          />
          <div className="min-w-48 grow">
            <p className="text-small">{run.presentation.sentence}</p>
            {run.done || run.progress === null ? null : (
              <ProgressBar progress={run.progress} since={run.started_at} />
            )}
          </div>
        </>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Link to={`/workspaces/${workspace}/runs/${id}`} className="text-small">
          {message("bulk.progress.open")}
        </Link>
        {run?.done === true ? (
          <Button look="quiet" onClick={onDismiss}>
            {message("bulk.progress.dismiss")}
          </Button>
        ) : (
          <NeedingButton
            workspace={workspace}
            capability="runs.cancel"
            aria-disabled={stop.isPending || stop.isSuccess}
            onClick={() => (stop.isIdle || stop.isError ? stop.mutate() : undefined)}
          >
            {message(stop.isSuccess ? "bulk.progress.stopping" : "bulk.progress.stop")}
          </NeedingButton>
        )}
      </div>
      {stop.isError ? <ProblemNote error={stop.error} /> : null}
    </section>
  );
}
