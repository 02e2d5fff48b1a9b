import { Link } from "@tanstack/react-router";
import type { OfferedOperation } from "settled/http";
import { tookWords } from "../clock/time-words.ts";
import { message } from "../messages/message.ts";
import { buttonClass } from "../parts/button.tsx";
import { FactList } from "../parts/fact-list.tsx";
import { StartAction } from "../start/start-action.tsx";
import { DecisionList } from "./decision-list.tsx";

/** One operation as it is registered: what it needs, who knows the truth about it, and how that has gone. */
export function OperationCard({
  workspace,
  operation,
}: {
  readonly workspace: string;
  readonly operation: OfferedOperation;
}) {
  const { type, label, adapter, artifact, capability, queue, timeouts, repeatable } = operation;
  return (
    <section
      aria-label={label}
      className="grid gap-x-8 gap-y-3 rounded-lg border border-line bg-card px-4 py-3.5 lg:grid-cols-2"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 lg:col-span-2">
        <h2 className="text-lead font-semibold">{label}</h2>
        <code className="font-mono text-small text-soft">{type}</code>
        <div className="ml-auto flex flex-wrap gap-2">
          <Link
            to="/workspaces/$workspace/runs"
            params={{ workspace }}
            search={{ view: "all", q: `type:${type}` }}
            className={buttonClass()}
          >
            {message("catalog.runs")}
          </Link>
          <StartAction workspace={workspace} operation={operation} />
        </div>
      </div>
      <FactList
        facts={[
          { name: message("catalog.capability"), value: capability },
          {
            name: message("catalog.queue"),
            value: message("catalog.queue.retries", { name: queue.name, retries: queue.retries }),
          },
          { name: message("catalog.adapter"), value: adapter ?? message("catalog.adapter.none") },
          artifact === null ? null : { name: message("catalog.artifact"), value: artifact.label },
          {
            name: message("catalog.environment"),
            value: message(`catalog.environment.${operation.environment}`),
          },
          {
            name: message("catalog.timeouts"),
            value: message("catalog.timeouts.all", {
              start: tookWords(timeouts.start_within_ms),
              run: tookWords(timeouts.run_within_ms),
              decide: tookWords(timeouts.decide_within_ms),
            }),
          },
          {
            name: message("catalog.repeatable"),
            value: message(repeatable ? "catalog.repeatable.yes" : "catalog.repeatable.no"),
          },
        ]}
      />
      <div className="flex min-w-0 flex-col gap-3">
        <DecisionList workspace={workspace} type={type} of="decided" />
        <DecisionList workspace={workspace} type={type} of="failed" />
      </div>
    </section>
  );
}
