import type { ServedRun } from "../api/run-shape.ts";
import { message } from "../messages/message.ts";
import { OutcomeMark } from "../parts/outcome-mark.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { RunPulse } from "./run-pulse.tsx";

/** What the run is, where it stands, in one sentence, and the one thing to do next. */
export function RunHead({ run }: { readonly run: ServedRun }) {
  const { presentation } = run;
  return (
    <header className="mt-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="text-title font-semibold tracking-tight">{run.operation.label}</h1>
        <OutcomeMark status={run.status} outcome={run.outcome} label={presentation.state.label} />
      </div>
      <p className="mt-1 max-w-[75ch] text-lead">{presentation.sentence}</p>
      <p className="mt-1 max-w-[75ch]">
        <b>{message("run.next")}</b> {presentation.next_step.text}
      </p>
      {run.status === "running" ? (
        <RunPulse run={run} />
      ) : (
        <p className="text-small text-soft">{presentation.freshness.text}</p>
      )}
      {run.status === "running" && run.progress !== null ? (
        <ProgressBar progress={run.progress} since={run.started_at} />
      ) : null}
    </header>
  );
}
