import { Link } from "@tanstack/react-router";
import type { ServedRun } from "../api/run-shape.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { Card } from "../parts/card.tsx";
import { CopyText } from "../parts/copy-text.tsx";
import { FactList } from "../parts/fact-list.tsx";
import { RunTook } from "../runs/run-took.tsx";

/** Who, where, when, and what was counted. */
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
          { name: message("run.facts.ended"), value: at(run.completed_at) },
          run.started_at === null
            ? null
            : { name: message("run.facts.took"), value: <RunTook run={run} /> },
          { name: message("run.facts.attempts"), value: run.attempt },
          ...Object.entries(run.summary).map(([name, count]) => ({
            name: wordsOf(name),
            value: String(count),
          })),
          run.rerun_of === null
            ? null
            : {
                name: message("run.facts.again"),
                value: (
                  <Link to={`/workspaces/${run.workspace_id}/runs/${run.rerun_of}`}>
                    {message("run.facts.of_this_run")}
                  </Link>
                ),
              },
          { name: message("run.facts.id"), value: <CopyText text={run.id} /> },
        ]}
      />
    </Card>
  );
}

function wordsOf(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
