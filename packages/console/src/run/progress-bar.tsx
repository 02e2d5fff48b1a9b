import { Progress } from "@base-ui/react/progress";
import type { ServedRun } from "../api/run-shape.ts";
import { tookWords } from "../clock/time-words.ts";
import { useNow } from "../clock/use-now.ts";
import { message } from "../messages/message.ts";
import { paceOf } from "./progress-pace.ts";

/** How far a run has come by its own last report, and how fast. */
export function ProgressBar({
  progress,
  since,
}: {
  readonly progress: NonNullable<ServedRun["progress"]>;
  /** When the work began. */
  readonly since: string | null;
}) {
  const { done, total } = progress;
  return (
    <Progress.Root
      value={total === null ? null : Math.min(done, total)}
      max={total ?? 100}
      className="mt-2 max-w-xl"
    >
      <div className="flex justify-between gap-3 text-small">
        <Progress.Label className="min-w-0">
          {progress.message ?? message("run.progress")}
        </Progress.Label>
        <span className="shrink-0 text-soft tabular-nums">
          {total === null
            ? message("run.progress.done", { done })
            : message("run.progress.of", { done, total })}
          {since === null ? null : <PaceWords progress={progress} since={since} />}
        </span>
      </div>
      <Progress.Track className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
        <Progress.Indicator className="h-full bg-busy transition-[width]" />
      </Progress.Track>
    </Progress.Root>
  );
}

function PaceWords({
  progress,
  since,
}: {
  readonly progress: NonNullable<ServedRun["progress"]>;
  readonly since: string;
}) {
  const pace = paceOf(progress, useNow().getTime() - new Date(since).getTime());
  if (pace === null) return null;
  const rate = message("run.progress.rate", { rate: Math.round(pace.perMinute) });
  if (pace.leftMs === null || pace.leftMs === 0) return <> · {rate}</>;
  const left = message("run.progress.left", { left: tookWords(Math.ceil(pace.leftMs)) });
  return (
    <>
      {" "}
      · {rate} · {left}
    </>
  );
}
