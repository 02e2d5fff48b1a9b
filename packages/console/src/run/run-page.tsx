import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { usePathPart } from "../app/use-path-part.ts";
import type { ServedRun } from "../api/run-shape.ts";
import { useApi } from "../api/use-api.ts";
import { message } from "../messages/message.ts";
import { LoadingState } from "../parts/loading-state.tsx";
import { OutcomeMark } from "../parts/outcome-mark.tsx";
import { ProblemState } from "../parts/problem-state.tsx";

/** One run: what happened, how it is known, and what to do next. */
export function RunPage() {
  const workspace = usePathPart("workspace");
  const id = usePathPart("run");
  const api = useApi();
  const found = useQuery({
    queryKey: ["run", workspace, id],
    queryFn: async ({ signal }) =>
      (await api.ask<ServedRun>(`/workspaces/${workspace}/runs/${id}`, { signal })).body,
  });
  if (found.isPending) return <LoadingState />;
  if (found.isError)
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  const run = found.data;
  return (
    <article>
      <Link to="/workspaces/$workspace/runs" params={{ workspace }} className="text-small">
        {message("run.trail")}
      </Link>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <h1 className="text-title font-semibold tracking-tight">{run.operation.label}</h1>
        <OutcomeMark
          status={run.status}
          outcome={run.outcome}
          label={run.presentation.state.label}
        />
      </div>
      <p className="mt-1 text-lead">{run.presentation.sentence}</p>
      <p className="text-soft">{run.presentation.next_step.text}</p>
    </article>
  );
}
