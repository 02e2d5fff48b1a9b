import { X } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import {
  buttonClass,
  Link,
  LiveMark,
  OutcomeMark,
  ProblemNote,
  ProgressBar,
  type ServedRun,
} from "settled-console/app";
import { insidePath } from "../inside-path.ts";
import { text } from "../text.ts";
import { useFollowedRun } from "./use-followed-run.ts";

interface RunFeedbackProps {
  readonly workspace: string;
  readonly runId: string;
  /** The same work was under way already, started by somebody. */
  readonly isJoined: boolean;
  /** What the run makes, in the words of its link: "Open the review". */
  readonly openLabel: string;
  /** Told once, when the run has ended. */
  onEnd(run: ServedRun): void;
  onClose(): void;
}

/** What becomes of a run that was started on this page, while it happens, in the server's words. */
export function RunFeedback(props: RunFeedbackProps) {
  const { workspace, runId, isJoined, openLabel, onEnd, onClose } = props;
  const { run, error, live } = useFollowedRun(workspace, runId);
  const ended = useEffectEvent(() => {
    if (run !== undefined) onEnd(run);
  });
  const isDone = run?.done === true;
  useEffect(() => {
    if (isDone) ended();
  }, [isDone]);
  return (
    <section
      aria-label={text("feedback.label")}
      className="no-print mt-3 rounded-lg border border-line bg-raised px-4 py-3"
    >
      <div className="flex items-start gap-3">
        <output className="block min-w-0 grow">
          {run === undefined ? text("feedback.starting") : <Told run={run} isJoined={isJoined} />}
        </output>
        {isDone ? (
          <button
            type="button"
            aria-label={text("feedback.close")}
            onClick={onClose}
            className="rounded p-1 text-soft hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden="true" size={15} />
          </button>
        ) : (
          <LiveMark state={live} />
        )}
      </div>
      {error === null ? null : <ProblemNote isOfReading error={error} />}
      {run?.progress == null || isDone ? null : (
        <ProgressBar progress={run.progress} since={run.started_at} />
      )}
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <ArtifactLink run={run} label={openLabel} />
        <Link to={`/workspaces/${workspace}/runs/${runId}`} className={buttonClass()}>
          {text("feedback.run")}
        </Link>
      </p>
    </section>
  );
}

function Told({ run, isJoined }: { readonly run: ServedRun; readonly isJoined: boolean }) {
  const { title, sentence, next_step: step, state } = run.presentation;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        <OutcomeMark status={run.status} outcome={run.outcome} label={state.label} />
        {title}
      </p>
      <p className="mt-1">{sentence}</p>
      {run.done && run.outcome !== "succeeded" ? <p className="text-soft">{step.text}</p> : null}
      {isJoined ? (
        <p className="text-soft">{text("feedback.joined", { name: run.initiator.name })}</p>
      ) : null}
    </>
  );
}

function ArtifactLink({
  run,
  label,
}: {
  readonly run: ServedRun | undefined;
  readonly label: string;
}) {
  const href = run?.done === true ? (run.artifact?.href ?? null) : null;
  const inside = href === null ? null : insidePath(href);
  if (inside === null) return null;
  return (
    <Link to={inside} className={buttonClass("main")}>
      {label}
    </Link>
  );
}
