import { setTimeout as sleep } from "node:timers/promises";
import type { OperationRun, RunScope } from "settled";
import type { Platform } from "../platform.ts";

const LOOK_EVERY_MS = 250;
const INITIATOR = { kind: "system", id: "demo", name: "Demo data" } as const;

const TRIES_MAX = 3;

interface DemoStart {
  readonly type: string;
  readonly input: unknown;
  readonly signal: AbortSignal;
}

/** Starts an operation as any caller would and waits until its run is settled; what has failed is started again. */
export async function runToEnd(
  platform: Platform,
  scope: RunScope,
  start: DemoStart,
): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const run = await runOnce(platform, scope, start);
    if (run.outcome !== "failed") return;
  }
}

async function runOnce(
  { settled }: Platform,
  scope: RunScope,
  start: DemoStart,
): Promise<OperationRun> {
  const { type, input, signal } = start;
  const answer = await settled.start({ ...scope, type, input, initiator: INITIATOR });
  if (answer.kind === "refused") {
    throw new Error(`The demo could not start ${type}: ${answer.because}.`);
  }
  for (;;) {
    signal.throwIfAborted();
    const run = await settled.reader.findRun(scope.workspaceId, answer.run.id);
    if (run === null) throw new Error("A run of the demo is gone.");
    if (run.status === "completed") return run;
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}
