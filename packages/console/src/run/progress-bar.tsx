import { Progress } from "@base-ui/react/progress";
import type { ServedRun } from "../api/run-shape.ts";
import { message } from "../messages/message.ts";

/** How far a run has come by its own last report. */
export function ProgressBar({
  progress,
}: {
  readonly progress: NonNullable<ServedRun["progress"]>;
}) {
  const { done, total } = progress;
  return (
    <Progress.Root
      value={total === null ? null : done}
      max={total ?? 100}
      className="mt-2 max-w-md"
    >
      <div className="flex justify-between text-small">
        <Progress.Label>{progress.message ?? message("run.progress")}</Progress.Label>
        <span className="text-soft">
          {total === null
            ? message("run.progress.done", { done })
            : message("run.progress.of", { done, total })}
        </span>
      </div>
      <Progress.Track className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
        <Progress.Indicator className="h-full bg-busy transition-[width]" />
      </Progress.Track>
    </Progress.Root>
  );
}
