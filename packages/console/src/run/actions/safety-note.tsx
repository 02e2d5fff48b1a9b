import { ShieldQuestion } from "lucide-react";
import type { ServedRun } from "../../api/run-shape.ts";
import { message } from "../../messages/message.ts";
import { resultWords } from "../result-words.ts";
import { type LookedRun, wouldChange } from "./looked-run.ts";

/** "Is it safe?": what is known of the run, and what a look just now has found, in the server's words. */
export function SafetyNote({
  run,
  look,
  isLooking,
}: {
  readonly run: ServedRun;
  /** Null where the truth was not asked, or has not answered. */
  readonly look: LookedRun | null;
  readonly isLooking: boolean;
}) {
  const { reason, sentence } = run.presentation;
  const result = resultWords(run);
  return (
    <section
      aria-label={message("action.rerun.safe")}
      className="flex gap-2 rounded-md bg-sunken px-3 py-2"
    >
      <ShieldQuestion aria-hidden="true" size={16} className="mt-0.5 shrink-0 text-soft" />
      <div>
        <p className="font-semibold">{message("action.rerun.safe")}</p>
        <p>{reason?.meaning ?? sentence}</p>
        {result === null ? null : <p>{result}</p>}
        <div aria-live="polite">
          {isLooking ? <p className="text-soft">{message("action.check.looking")}</p> : null}
          {look === null ? null : (
            <p>{message("action.rerun.looked", { sentence: look.look.sentence })}</p>
          )}
          {look !== null && wouldChange(look) ? (
            <p className="font-semibold text-care">{message("action.rerun.changed")}</p>
          ) : null}
        </div>
      </div>
    </section>
  );
}
