import { Link } from "@tanstack/react-router";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { LoadingState } from "../parts/loading-state.tsx";
import { OutcomeMark } from "../parts/outcome-mark.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { useDecisions } from "./use-decisions.ts";

/** What was decided of late about the runs of an operation, each leading to why. */
export function DecisionList({
  workspace,
  type,
  of,
}: {
  readonly workspace: string;
  readonly type: string;
  readonly of: "decided" | "failed";
}) {
  const found = useDecisions(workspace, type, of);
  if (found.isPending) return <LoadingState rows={1} />;
  if (found.isError) return <ProblemNote isOfReading error={found.error} />;
  return (
    <section>
      <h3 className="text-small font-semibold text-soft">{message(`catalog.${of}`)}</h3>
      {found.data.length === 0 ? (
        <p className="text-small text-soft">{message(`catalog.${of}.none`)}</p>
      ) : (
        <ul className="flex flex-col">
          {found.data.map((run) => (
            <li key={run.id} className="flex flex-wrap items-baseline gap-x-2 py-0.5 text-small">
              <OutcomeMark
                status={run.status}
                outcome={run.outcome}
                label={run.presentation.state.label}
              />
              <Link to={`/workspaces/${workspace}/runs/${run.id}`} className="min-w-0">
                {run.presentation.reason?.title ?? run.presentation.title}
              </Link>
              <span className="text-soft">
                {run.environment_id ?? message("shell.workspace_wide")} ·{" "}
                <TimeAgo at={run.reconciliation?.decided_at ?? run.created_at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
