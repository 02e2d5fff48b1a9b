import { durationWords } from "../present/duration-words.ts";
import { OUTCOME_LABELS } from "../present/position-label.ts";
import type { FindingJson } from "../reconcile/finding-json.ts";

/** What a look at the truth found, as one sentence; `dryRun` says what would be done in place of what was. */
export function describeFinding({ found, changed }: FindingJson, dryRun: boolean): string {
  const done = (was: string, would: string) =>
    dryRun
      ? `Would be ${would}.`
      : changed
        ? `Was ${was}.`
        : "Was changed by somebody else meanwhile.";
  switch (found.kind) {
    case "settle": {
      const { decision, reason } = found;
      const words = `settled as ${OUTCOME_LABELS[decision].label.toLowerCase()} (${reason})`;
      return done(words, words);
    }
    case "ask_again":
      return `Not known yet (${found.because}): to be asked again within ${atMost(found.after_ms)}.`;
    case "stands":
      return "Stands as it is: nothing new was found.";
    case "left_alone":
      return `Left alone: ${found.because.replaceAll("_", " ")}.`;
    case "unknown_operation":
      return "Not judged: the configuration does not know this operation.";
    case "hand_over":
      return done("handed over to the queue", "handed over to the queue");
    case "redispatch":
      return done("handed over once more", "handed over once more");
  }
}

function atMost(ms: number): string {
  return ms < 60_000 ? "a minute" : durationWords(ms);
}
