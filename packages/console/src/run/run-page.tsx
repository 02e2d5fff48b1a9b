import { useAboutEnvironment } from "../app/shown-environment.tsx";
import { usePathPart } from "../app/use-path-part.ts";
import { LiveMark } from "../live/live-mark.tsx";
import { LoadingState } from "../parts/loading-state.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { RunActions } from "./actions/run-actions.tsx";
import { ArtifactCard } from "./artifact-card.tsx";
import { BeliefCard } from "./belief-card.tsx";
import { CountsCard } from "./counts-card.tsx";
import { FactsCard } from "./facts-card.tsx";
import { InputCard } from "./input-card.tsx";
import { ListLink } from "./list-link.tsx";
import { NeighbourLinks } from "./neighbour-links.tsx";
import { RunHead } from "./run-head.tsx";
import { TechnicalCard } from "./technical-card.tsx";
import { TimelineCard } from "./timeline-card.tsx";
import { useEnvironmentName } from "../search/use-environments.ts";
import { useRun, useTimeline } from "./use-run.ts";
import { useWayToList } from "./use-way-to-list.ts";

/** One run: what happened, how it is known, and what to do next. */
export function RunPage() {
  const workspace = usePathPart("workspace");
  const id = usePathPart("run");
  const { run: found, live, readAgain } = useRun(workspace, id);
  const timeline = useTimeline(workspace, id);
  const { backToList } = useWayToList(workspace);
  useAboutEnvironment(useEnvironmentName(workspace, found.data?.run.environment_id ?? null));
  if (found.isPending) return <LoadingState />;
  if (found.data === undefined) return <ProblemState error={found.error} onRetry={readAgain} />;
  const { run } = found.data;
  return (
    <article>
      <div className="flex flex-wrap items-center gap-x-3">
        <ListLink workspace={workspace} onBack={backToList} />
        {run.done ? null : <LiveMark state={found.isError ? "reconnecting" : live} />}
        <NeighbourLinks workspace={workspace} id={id} />
      </div>
      <RunHead run={run} />
      <RunActions key={id} seen={found.data} events={timeline?.events ?? []} />
      <div className="mt-4 grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-3">
          <ArtifactCard run={run} />
          <CountsCard run={run} />
          <BeliefCard run={run} />
          {timeline === null ? null : <TimelineCard workspace={workspace} timeline={timeline} />}
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <FactsCard run={run} />
          <InputCard run={run} />
          <TechnicalCard run={run} />
        </div>
      </div>
    </article>
  );
}
