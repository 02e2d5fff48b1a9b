import type { WorkerHandle } from "../start-worker.ts";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { GlobalOptions } from "./global-options.ts";
import type { WritingDesk } from "./open-desk.ts";
import { writeFault } from "./report-fault.ts";

export interface RunWorkerOptions extends GlobalOptions {
  readonly concurrency: number;
  readonly sweep: boolean;
}

const GRACE_MS = 10_000;
/** A worker that was taken for dead has nothing to finish. */
const LOST_GRACE_MS = 1_000;

/**
 * `settled worker`: works until SIGINT or SIGTERM, then finishes what is under way; a second signal ends it at once.
 * Ends with an error when its lease is lost: whoever started it should start it anew.
 */
export async function runWorker(
  { io }: CommandContext,
  options: RunWorkerOptions,
  desk: WritingDesk,
): Promise<ExitCode> {
  const { concurrency, sweep } = options;
  const stop = listenForStops(io);
  try {
    await desk.settled.prepare();
    const worker = await desk.settled.work({ concurrency, sweep });
    const sweeping = sweep ? "sweeping" : "not sweeping";
    io.stdout.write(
      `Worker ${worker.leaseId} is ready: ${concurrency} jobs at once for each queue, ${sweeping}.\n`,
    );
    const ended = await Promise.race([stop.first, lossOf(worker)]);
    if (ended === "stop") return await stopGently(io, worker, stop.second);
    writeFault(
      io,
      "This worker was taken for dead, so that it stopped: its lease could not be renewed.",
      "Start it again. Its runs are settled by what they have produced.",
    );
    await Promise.race([
      worker.stop({ graceMs: LOST_GRACE_MS }).catch(() => undefined),
      stop.first,
    ]);
    return EXIT.error;
  } finally {
    stop.end();
  }
}

async function stopGently(
  io: CliIo,
  worker: WorkerHandle,
  second: Promise<"stop">,
): Promise<ExitCode> {
  io.stdout.write("Stopping: what is under way is finished first. Once more ends at once.\n");
  const stopped = worker.stop({ graceMs: GRACE_MS }).then(() => "stopped" as const);
  const how = await Promise.race([stopped, second]);
  if (how === "stopped") {
    io.stdout.write("Stopped.\n");
    return EXIT.ok;
  }
  stopped.catch(() => undefined);
  io.stdout.write("Ended at once: what was under way is settled by what it has produced.\n");
  return EXIT.error;
}

function lossOf({ lost }: WorkerHandle): Promise<"lost"> {
  return new Promise((resolve) => {
    if (lost.aborted) resolve("lost");
    lost.addEventListener("abort", () => resolve("lost"), { once: true });
  });
}

function listenForStops(io: CliIo) {
  const first = Promise.withResolvers<"stop">();
  const second = Promise.withResolvers<"stop">();
  let signals = 0;
  const end = io.onStopSignal(() => {
    signals += 1;
    (signals === 1 ? first : second).resolve("stop");
  });
  return { first: first.promise, second: second.promise, end };
}
