import type { RunProgress } from "../run/operation-run.ts";
import { asPlainWords } from "./plain-words.ts";

/** "3 of 10: reading policies"; null without progress. A message that only a programmer reads is left out. */
export function progressWords(progress: RunProgress | null): string | null {
  if (progress === null) return null;
  const count =
    progress.total === null ? `${progress.done} done` : `${progress.done} of ${progress.total}`;
  const message = progress.message === null ? "" : asPlainWords(progress.message, "");
  return message === "" ? count : `${count}: ${message}`;
}
