import { setTimeout as sleep } from "node:timers/promises";
import type { OperationRun, RunScope, StartInput } from "settled";

const LOOK_EVERY_MS = 250;
const INITIATOR = { kind: "system", id: "demo", name: "Demo data" } as const;

const TRIES_MAX = 3;

/** What of the platform is asked. */
interface RunsOfDemo {
  readonly settled: {
    start(
      input: StartInput,
    ): Promise<
      | { readonly kind: "accepted"; readonly run: Pick<OperationRun, "id"> }
      | { readonly kind: "refused"; readonly because: string }
    >;
    readonly reader: {
      findRun(
        workspaceId: OperationRun["workspaceId"],
        id: OperationRun["id"],
      ): Promise<Pick<OperationRun, "status" | "outcome"> | null>;
    };
  };
}

interface DemoStart {
  readonly type: string;
  readonly input: unknown;
  readonly signal: AbortSignal;
}

/**
 * Starts an operation and waits until its run is settled. A run that has failed, as one does whose worker was killed
 * before it wrote anything, is followed by another. Throws where the third has failed, too, or a start is refused.
 */
export async function runToEnd(
  platform: RunsOfDemo,
  scope: RunScope,
  start: DemoStart,
): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    if ((await runOnce(platform, scope, start)) !== "failed") return;
  }
  throw new Error(`The demo could not do ${start.type}: it has failed ${TRIES_MAX} times.`);
}

async function runOnce(
  { settled }: RunsOfDemo,
  scope: RunScope,
  start: DemoStart,
): Promise<OperationRun["outcome"]> {
  const { type, input, signal } = start;
  const answer = await settled.start({ ...scope, type, input, initiator: INITIATOR });
  if (answer.kind === "refused") {
    throw new Error(`The demo could not start ${type}: ${answer.because}.`);
  }
  for (;;) {
    signal.throwIfAborted();
    const run = await settled.reader.findRun(scope.workspaceId, answer.run.id);
    if (run === null) throw new Error("A run of the demo is gone.");
    if (run.status === "completed") return run.outcome;
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}
