import type { ServedRun } from "../api/run-shape.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { RunTook } from "../runs/run-took.tsx";
import { usualWords } from "./usual-words.ts";

/** Of a run under way: how long it runs, how long such runs usually take, and when its worker was last heard of. */
export function RunPulse({ run }: { readonly run: ServedRun }) {
  if (run.status !== "running") return null;
  const { usually, sign_of_life: beat } = run;
  return (
    <ul className="flex flex-wrap gap-x-4 text-small text-soft">
      <li>
        {message("run.pulse.for")} <RunTook run={run} />
      </li>
      {usually === null ? null : (
        <li>{message("run.pulse.usually", { span: usualWords(usually) })}</li>
      )}
      <li>
        {beat === null ? (
          message("run.pulse.no_worker")
        ) : (
          <>
            {message("run.pulse.beat")} <TimeAgo at={beat} />
          </>
        )}
      </li>
    </ul>
  );
}
