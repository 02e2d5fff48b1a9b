import { useNavigate } from "@tanstack/react-router";
import type { RunTimeline } from "../../api/run-shape.ts";
import { message } from "../../messages/message.ts";
import type { VersionedRun } from "../use-run.ts";
import { CheckAction } from "./check-action.tsx";
import { ResolveAction } from "./resolve-action.tsx";
import { SimpleAction } from "./simple-action.tsx";

/** What can be done with the run as it stands. The one that the server names as the next step stands out. */
export function RunActions({
  seen,
  timeline,
}: {
  readonly seen: VersionedRun;
  readonly timeline: RunTimeline | undefined;
}) {
  const navigate = useNavigate();
  const { run } = seen;
  const next = run.presentation.next_step.action;
  const isFinal = run.outcome === "succeeded";
  return (
    <div className="no-print mt-3 flex flex-wrap gap-2">
      {run.done ? (
        <SimpleAction
          seen={seen}
          verb="rerun"
          capability="runs.rerun"
          label={message("action.rerun")}
          title={message("action.rerun.title")}
          detail={message("action.rerun.detail", { sentence: run.presentation.sentence })}
          confirm={message("action.rerun.confirm")}
          isMain={next === "start_again" || next === "grant"}
          onDone={({ id }) => void navigate({ to: `/workspaces/${run.workspace_id}/runs/${id}` })}
        />
      ) : (
        <SimpleAction
          seen={seen}
          verb="cancel"
          capability="runs.cancel"
          label={message("action.cancel")}
          title={message("action.cancel.title")}
          detail={message(
            run.status === "queued" ? "action.cancel.waiting" : "action.cancel.running",
          )}
          confirm={message("action.cancel.confirm")}
          isMain={false}
        />
      )}
      {isFinal ? null : (
        <>
          <CheckAction seen={seen} isMain={next === "check_now"} />
          <ResolveAction seen={seen} timeline={timeline} isMain={next === "resolve"} />
        </>
      )}
    </div>
  );
}
