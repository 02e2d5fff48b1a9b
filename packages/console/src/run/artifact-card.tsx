import type { ServedRun } from "../api/run-shape.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { Card } from "../parts/card.tsx";
import { CopyText } from "../parts/copy-text.tsx";
import { resultWords } from "./result-words.ts";
import { ArtifactLink } from "./artifact-link.tsx";

/** What the run has made, as it was found just now. Nothing is linked that was not seen. */
export function ArtifactCard({ run }: { readonly run: ServedRun }) {
  const { artifact, artifact_checked_at: checkedAt } = run;
  const result = resultWords(run);
  if (artifact === null && result === null) return null;
  // Where opening it is the next step, it is offered above.
  const isOffered = run.presentation.next_step.action === "open_artifact";
  return (
    <Card
      title={message("run.artifact.title")}
      aside={
        checkedAt === null ? undefined : (
          <span className="text-small text-soft">
            {message("run.artifact.checked")} <TimeAgo at={checkedAt} />
          </span>
        )
      }
    >
      {result === null ? null : <p>{result}</p>}
      {artifact === null ? null : (
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
          <CopyText text={artifact.id} />
          {isOffered ? null : <ArtifactLink artifact={artifact} look="plain" />}
        </div>
      )}
    </Card>
  );
}
