import { Link } from "@tanstack/react-router";
import type { ServedRun } from "../api/run-shape.ts";
import { LiveMark } from "../live/live-mark.tsx";
import type { LiveState } from "../live/live-state.ts";
import { message } from "../messages/message.ts";
import { OutcomeMark } from "../parts/outcome-mark.tsx";
import { ProgressBar } from "./progress-bar.tsx";

/** How a run stands, in the server's words, on a page that is about what the run makes. */
export function RunNote({ run, live }: { readonly run: ServedRun; readonly live: LiveState }) {
  const { presentation } = run;
  return (
    <section
      aria-label={run.operation.label}
      className="rounded-lg border border-line bg-card px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {/* Read aloud when the run comes into another state; its progress is not. */}
        <output>
          <OutcomeMark status={run.status} outcome={run.outcome} label={presentation.state.label} />
        </output>
        {run.done ? null : <LiveMark state={live} />}
        <Link to={`/workspaces/${run.workspace_id}/runs/${run.id}`} className="text-small">
          {message("run.note.open")}
        </Link>
      </div>
      <p className="mt-1.5 max-w-[75ch]">{presentation.sentence}</p>
      <p className="max-w-[75ch] text-soft">
        <b>{message("run.next")}</b> {presentation.next_step.text}
      </p>
      {run.status === "running" && run.progress !== null ? (
        <ProgressBar progress={run.progress} since={run.started_at} />
      ) : null}
    </section>
  );
}
