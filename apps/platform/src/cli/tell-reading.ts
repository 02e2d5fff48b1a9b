import type { ReadingProgress } from "../provider/read-export-folder.ts";
import { createProgressLine, progressBar } from "./progress-line.ts";

const TELL_EVERY_MS = 500;

/** Tells how far the reading of a big folder has come, twice a second at most; a small one is read without a word. */
export function tellReading(tell: (line: string) => void): (progress: ReadingProgress) => void {
  const line = createProgressLine(tell);
  let toldAtMs = performance.now();
  let hasTold = false;
  return ({ filesDone, filesTotal }) => {
    const nowMs = performance.now();
    const isLast = hasTold && filesDone === filesTotal;
    if (!isLast && nowMs - toldAtMs < TELL_EVERY_MS) return;
    toldAtMs = nowMs;
    hasTold = true;
    line.show(`reading ${progressBar(filesDone, filesTotal)} files`);
    if (isLast) line.end();
  };
}
