import type { AskTruth } from "./ports/ask-truth.ts";
import type { Delivery, EngineWorker } from "./ports/engine-driver.ts";
import { NO_TELEMETRY } from "./ports/telemetry.ts";
import type { WorkerPresence } from "./ports/worker-presence.ts";
import { runSweeper, type SweeperOptions } from "./reconcile/run-sweeper.ts";
import type { Actor } from "./run/actor.ts";
import { createAttemptBook } from "./track/attempt-book.ts";
import { trackDelivery } from "./track/track-delivery.ts";

export interface WorkerOptions {
  /** Jobs at once for each queue; 4 unless said. */
  readonly concurrency?: number;
  /** Whether this worker also sweeps; true unless said. */
  readonly sweep?: boolean;
}

export interface WorkerHandle {
  readonly leaseId: string;
  /** Fires when this worker was taken for dead: stop the process. */
  readonly lost: AbortSignal;
  /** Takes no more, waits for what is under way, gives the lease up. 10 s unless said. */
  stop(options?: { readonly graceMs?: number }): Promise<void>;
}

export interface WorkerParts extends SweeperOptions {
  readonly askTruth: AskTruth;
  openLease(): Promise<WorkerPresence>;
  bridge(delivery: Delivery): Promise<void>;
  /** What this worker does beside runs. */
  startWebhooks?(): Promise<EngineWorker>;
  noteSweep(leaseId: string): Promise<void>;
}

const CONCURRENCY = 4;
const GRACE_MS = 10_000;

/** One worker process: a lease, the engine's deliveries tracked, its failed jobs bridged, and a sweeper. */
export async function startWorker(
  parts: WorkerParts,
  options: WorkerOptions,
): Promise<WorkerHandle> {
  const { catalog, driver, clock, logger, reader } = parts;
  const presence = await parts.openLease();
  const stopping = new AbortController();
  const actor: Actor = { kind: "worker", id: presence.leaseId, name: "Worker" };
  const attempts = createAttemptBook({
    reader,
    presence,
    clock,
    logger,
    async onLeftBehind(run) {
      const attempt = { ...run, ownerId: presence.leaseId };
      const end = { failure: null, because: "report_lost", dueAfterMs: 0, actor };
      const answer = await parts.lifecycle.endAttempt(attempt, end);
      if (answer.kind === "written") await parts.askTruth(answer.run, "handler_returned");
    },
  });
  const working = driver.work({
    catalog,
    concurrency: options.concurrency ?? CONCURRENCY,
    deliver: (delivery) => trackDelivery({ ...parts, presence, attempts, actor }, delivery),
    onFailedJob: (delivery) => parts.bridge(delivery),
  });
  const webhooks = parts.startWebhooks === undefined ? [] : [parts.startWebhooks()];
  const engineWorkers = await startAll([working, ...webhooks]).catch(async (error: unknown) => {
    // A lease that is beaten speaks for a worker; this one never came to work.
    await presence.release();
    throw error;
  });
  const { telemetry = NO_TELEMETRY } = parts;
  const watched = telemetry.watchRuns();
  let engineStopped: Promise<void> | null = null;
  const stopEngine = (graceMs: number): Promise<void> =>
    (engineStopped ??= stopAll(engineWorkers, graceMs));
  // Who was taken for dead must take nothing more: it could begin no run and would only fail its job.
  presence.lost.addEventListener("abort", () => {
    stopEngine(0).catch((error: unknown) => logger.warn({ error }, "the engine did not stop"));
  });
  const sweeping = { ...parts, onSwept: () => parts.noteSweep(presence.leaseId) };
  const loops = [
    attempts.watch(stopping.signal),
    ...(options.sweep === false ? [] : [runSweeper(sweeping, stopping.signal)]),
  ];
  let stopped: Promise<void> | null = null;
  const stop = async (graceMs: number): Promise<void> => {
    try {
      await stopEngine(graceMs);
    } finally {
      stopping.abort();
      watched.stop();
      await Promise.all(loops);
      await presence.release();
    }
  };
  return {
    leaseId: presence.leaseId,
    lost: presence.lost,
    stop: ({ graceMs = GRACE_MS } = {}) => (stopped ??= stop(graceMs)),
  };
}

/** All of them, or none: those that did start are stopped where another one could not. */
async function startAll(
  starting: readonly Promise<EngineWorker>[],
): Promise<readonly EngineWorker[]> {
  const started = await Promise.allSettled(starting);
  const workers = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failed = started.find((one) => one.status === "rejected");
  if (failed === undefined) return workers;
  await stopAll(workers, 0);
  throw failed.reason;
}

async function stopAll(workers: readonly EngineWorker[], graceMs: number): Promise<void> {
  await Promise.all(workers.map((worker) => worker.stop({ graceMs })));
}
