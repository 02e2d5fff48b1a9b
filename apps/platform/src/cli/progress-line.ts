import { plainLine } from "settled/cli";

const BAR_WIDTH = 24;
const LINE_WIDTH = 79;
const CLEAR = "\r\u001b[2K";

/** What a progress line needs of a stream: `process.stderr`, or a test's. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One line that tells how far something has come: written over on a terminal, a line for each change elsewhere. */
export interface ProgressLine {
  show(text: string): void;
  /** Takes the line away from a terminal, so that what comes next stands by itself. */
  end(): void;
}

export function createProgressLine(
  tell: (line: string) => void,
  stream: ProgressStream = process.stderr,
): ProgressLine {
  let shown = "";
  return {
    show(text) {
      if (text === shown) return;
      shown = text;
      if (stream.isTTY === true) stream.write(`${CLEAR}${plainLine(text).slice(0, LINE_WIDTH)}`);
      else tell(`  ${text}`);
    },
    end() {
      if (stream.isTTY === true && shown !== "") stream.write(CLEAR);
      shown = "";
    },
  };
}

/** A bar with its counts; without a total the count alone, since nobody knows how much is left. */
export function progressBar(done: number, total: number | null): string {
  if (total === null || total <= 0) return String(done);
  const share = Math.min(Math.max(done / total, 0), 1);
  const full = Math.floor(share * BAR_WIDTH);
  return `${"█".repeat(full)}${"░".repeat(BAR_WIDTH - full)} ${done} of ${total}`;
}
