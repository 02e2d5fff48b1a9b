import { LoadingState, PageHead, ProblemState, RunNote, usePathPart } from "settled-console/app";
import { pathIn, useEnvironmentPlace } from "../places/environment-place.ts";
import { useEnvironment } from "../places/use-environment.ts";
import { text } from "../text.ts";
import { JournalCard } from "./journal-card.tsx";
import { RestoreFacts } from "./restore-facts.tsx";
import { RestoreItems } from "./restore-items.tsx";
import { ResumeAction } from "./resume-action.tsx";
import { useRestore } from "./use-restore.ts";

/** One restore: what its sealed plan wanted, what was really written, and every request that was sent for it. */
export function RestorePage() {
  const place = useEnvironmentPlace();
  const { data: environment } = useEnvironment(place);
  const { found, followed, isRunning, liveAttempts } = useRestore(place, usePathPart("restore"));
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const restore = found.data;
  const { run, live } = followed;
  const isUnfinished = run?.done === true && run.outcome !== "succeeded";
  return (
    <article>
      <PageHead
        back={{ to: pathIn(place, "/restores"), label: text("restores.back") }}
        title={text("restores.of", { name: environment?.name ?? place.environment })}
      >
        {isUnfinished && environment !== undefined ? (
          <ResumeAction place={place} name={environment.name} restore={restore.restore_id} />
        ) : null}
      </PageHead>
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-3">
          {run === undefined ? null : <RunNote run={run} live={live} />}
          {isRunning ? null : (
            <p className="text-lead">
              {restore.items.length === 0 ? text("restores.not_intact") : restore.sentence}
            </p>
          )}
          <RestoreItems items={restore.items} liveAttempts={liveAttempts} />
          <JournalCard items={restore.items} attempts={liveAttempts ?? restore.attempts} />
        </div>
        <RestoreFacts place={place} restore={restore} isRunning={isRunning} />
      </div>
    </article>
  );
}
