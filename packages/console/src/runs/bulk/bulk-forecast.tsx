import { Check, Minus } from "lucide-react";
import { message } from "../../messages/message.ts";
import type { BulkPreview, BulkVerdict } from "./bulk-wish.ts";

/** How many of the runs the action would be taken on, and why not on the others, each with examples. */
export function BulkForecast({
  workspace,
  preview,
}: {
  readonly workspace: string;
  readonly preview: BulkPreview;
}) {
  const { targets, will_be_taken: taken, verdicts } = preview;
  return (
    <section aria-label={message("bulk.forecast")} className="rounded-md bg-sunken px-3 py-2">
      <p className="font-semibold">
        {message(taken === 0 ? "bulk.forecast.none" : "bulk.forecast.some", { taken, targets })}
      </p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {verdicts.map((verdict) => (
          <Verdict key={verdict.verdict} workspace={workspace} verdict={verdict} />
        ))}
      </ul>
    </section>
  );
}

function Verdict({
  workspace,
  verdict: { verdict, text, count, examples },
}: {
  readonly workspace: string;
  readonly verdict: BulkVerdict;
}) {
  const isTaken = verdict === "taken";
  const Icon = isTaken ? Check : Minus;
  return (
    <li>
      <details>
        <summary className="flex cursor-pointer items-baseline gap-2">
          <Icon
            aria-hidden="true"
            size={14}
            className={`shrink-0 self-center ${isTaken ? "text-good" : "text-soft"}`}
          />
          <span className="min-w-6 text-right font-semibold tabular-nums">{count}</span>
          <span>{text}</span>
          <span className="text-small text-soft underline">{message("bulk.examples")}</span>
        </summary>
        <ul className="my-1 ml-13 text-small">
          {examples.map(({ id, operation_type: type }) => (
            <li key={id}>
              <a
                href={`workspaces/${encodeURIComponent(workspace)}/runs/${id}`}
                target="_blank"
                rel="noreferrer"
                className="font-mono"
              >
                {id}
              </a>{" "}
              <span className="text-soft">{type}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
