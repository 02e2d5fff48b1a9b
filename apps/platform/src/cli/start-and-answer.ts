import { type OperationRun, reasonOf, relatedOf, type RunScope } from "settled";
import type { Platform } from "../platform.ts";
import { startAndFollow, type StartOptions } from "./start-and-follow.ts";
import { say, sayAside } from "./terminal.ts";
import { type OutputFormat, writeAnswer } from "./write-output.ts";

export interface StartOrder extends Pick<StartOptions, "type" | "input" | "wait"> {
  readonly output: OutputFormat;
  /** What the id of the artifact is called in the answer: `review_id`. */
  readonly artifactKey: string;
}

/**
 * Starts an operation and follows it; answers the exit code of its outcome. A program that reads the answer gets the
 * run as one JSON value and nothing else on standard output.
 */
export function startAndAnswer(
  platform: Platform,
  scope: RunScope,
  { output, artifactKey, ...order }: StartOrder,
): Promise<number> {
  return startAndFollow(platform, scope, {
    ...order,
    tell: output === "json" ? sayAside : say,
    onLeft: (run) => {
      if (output === "json") writeRun(run, artifactKey);
    },
  });
}

function writeRun(run: OperationRun, artifactKey: string): void {
  const json = {
    run_id: run.id,
    status: run.status,
    outcome: run.outcome,
    reason: reasonOf(run.context),
    [artifactKey]: relatedOf(run.context)?.id ?? null,
    summary: run.summary,
  };
  writeAnswer("json", { json, columns: [], rows: [] });
}
