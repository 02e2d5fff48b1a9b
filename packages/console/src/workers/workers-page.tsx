import { CircleHelp, MoonStar } from "lucide-react";
import { usePathPart } from "../app/use-path-part.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { LoadingState } from "../parts/loading-state.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { StateFrame } from "../parts/state-frame.tsx";
import { useWorkers } from "./use-workers.ts";
import { WorkerTable } from "./worker-table.tsx";

/** Who executes runs, whether they live, and when the truth about due runs was last asked. */
export function WorkersPage() {
  const found = useWorkers(usePathPart("workspace"));
  if (found.isPending) return <LoadingState rows={4} />;
  // What is no longer known is not shown as if it were.
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const { workers, last_sweep_at: sweptAt } = found.data;
  if (workers === null) {
    return (
      <StateFrame
        Icon={CircleHelp}
        title={message("workers.unknown.title")}
        detail={message("workers.unknown.detail")}
      />
    );
  }
  const alive = workers.filter(({ state }) => state === "alive").length;
  return (
    <>
      <PageHead
        title={message("workers.title")}
        detail={
          <>
            <p className="text-lead text-ink">{message("workers.alive", { count: alive })}</p>
            <p className="text-small">
              {sweptAt === null ? (
                message("workers.sweep.unknown")
              ) : (
                <>
                  {message("workers.sweep")} <TimeAgo at={sweptAt} />
                </>
              )}{" "}
              · {message("workers.shared")}
            </p>
          </>
        }
      />
      {alive === 0 ? (
        <p className="mb-3 flex gap-2 rounded-md bg-care-ground px-3 py-2 text-care">
          <MoonStar aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
          {message("workers.nobody")}
        </p>
      ) : null}
      {workers.length === 0 ? null : <WorkerTable workers={workers} />}
    </>
  );
}
