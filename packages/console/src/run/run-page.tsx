import { Link, useNavigate } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useAboutEnvironment } from "../app/shown-environment.tsx";
import { usePathPart } from "../app/use-path-part.ts";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import { LiveMark } from "../live/live-mark.tsx";
import { message } from "../messages/message.ts";
import { LoadingState } from "../parts/loading-state.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { RunActions } from "./actions/run-actions.tsx";
import { ArtifactCard } from "./artifact-card.tsx";
import { BeliefCard } from "./belief-card.tsx";
import { FactsCard } from "./facts-card.tsx";
import { InputCard } from "./input-card.tsx";
import { RunHead } from "./run-head.tsx";
import { TimelineCard } from "./timeline-card.tsx";
import { useRun } from "./use-run.ts";

/** One run: what happened, how it is known, and what to do next. */
export function RunPage() {
  const workspace = usePathPart("workspace");
  const id = usePathPart("run");
  const { run: found, timeline, live, readAgain } = useRun(workspace, id);
  const navigate = useNavigate();
  useShortcuts([
    {
      key: "Escape",
      words: message("keys.back"),
      run: () => void navigate({ to: `/workspaces/${workspace}/runs` }),
    },
  ]);
  useAboutEnvironment(found.data?.run.environment_id ?? null);
  if (found.isPending) return <LoadingState />;
  if (found.isError) return <ProblemState error={found.error} onRetry={readAgain} />;
  const { run } = found.data;
  return (
    <article>
      <div className="flex items-center gap-3">
        <Link
          to={`/workspaces/${workspace}/runs`}
          className="inline-flex items-center gap-1 text-small"
        >
          <ArrowLeft aria-hidden="true" size={14} />
          {message("run.trail")}
        </Link>
        {run.done ? null : <LiveMark state={live} />}
      </div>
      <RunHead run={run} />
      <RunActions seen={found.data} timeline={timeline.data} />
      <div className="mt-4 grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-3">
          <ArtifactCard run={run} />
          <BeliefCard run={run} />
          {timeline.data === undefined ? null : <TimelineCard timeline={timeline.data} />}
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <FactsCard run={run} />
          <InputCard run={run} />
        </div>
      </div>
    </article>
  );
}
