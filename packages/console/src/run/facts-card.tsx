import { Link } from "@tanstack/react-router";
import type { ServedRun } from "../api/run-shape.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { Card } from "../parts/card.tsx";
import { CopyText } from "../parts/copy-text.tsx";
import { type Fact, FactList } from "../parts/fact-list.tsx";
import { RunTook } from "../runs/run-took.tsx";

/** Who, where, when, and by which ids others know the run. */
export function FactsCard({ run }: { readonly run: ServedRun }) {
  const at = (moment: string | null) =>
    moment === null ? message("run.facts.not_yet") : <TimeAgo at={moment} />;
  return (
    <Card title={message("run.facts.title")}>
      <FactList
        facts={[
          {
            name: message("run.facts.where"),
            value: run.environment_id ?? message("shell.workspace_wide"),
          },
          { name: message("run.facts.who"), value: run.initiator.name || run.initiator.id },
          { name: message("run.facts.asked"), value: at(run.created_at) },
          { name: message("run.facts.began"), value: at(run.started_at) },
          run.done ? { name: message("run.facts.ended"), value: at(run.completed_at) } : null,
          run.done && run.started_at !== null
            ? { name: message("run.facts.took"), value: <RunTook run={run} /> }
            : null,
          { name: message("run.facts.attempts"), value: run.attempt },
          againFact(run),
          run.dispatch === null
            ? null
            : { name: message("run.facts.queue"), value: run.dispatch.queue },
          { name: message("run.facts.id"), value: <CopyText text={run.id} /> },
          run.trace === null
            ? null
            : {
                name: message("run.facts.trace"),
                value: <CopyText text={run.trace.traceparent} />,
              },
        ]}
      />
    </Card>
  );
}

function againFact({ rerun_of: origin, workspace_id: workspace }: ServedRun): Fact | null {
  if (origin === null) return null;
  return {
    name: message("run.facts.again"),
    value: (
      <Link to={`/workspaces/${workspace}/runs/${origin}`}>{message("run.facts.of_this_run")}</Link>
    ),
  };
}
