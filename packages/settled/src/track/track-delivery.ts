import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { RunResult } from "../catalog/tracked-run.ts";
import type { AskTruth } from "../ports/ask-truth.ts";
import type { Delivery, EngineDriver } from "../ports/engine-driver.ts";
import type { Logger } from "../ports/logger.ts";
import type { AttemptRef } from "../ports/run-writer.ts";
import { NO_TELEMETRY } from "../ports/telemetry.ts";
import type { WorkerPresence } from "../ports/worker-presence.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { asPlainError, describeFailure } from "../run/describe-failure.ts";
import { SettledError } from "../run/settled-error.ts";
import type { AttemptBook, OpenAttempt } from "./attempt-book.ts";
import { lacksArtifact } from "../catalog/lacks-artifact.ts";
import { openTrackedRun, type TrackedRunOptions } from "./open-tracked-run.ts";
import { resolveRunCorrelation } from "./resolve-run-correlation.ts";

export interface TrackOptions extends TrackedRunOptions {
  readonly catalog: OperationCatalog;
  readonly driver: EngineDriver;
  readonly presence: WorkerPresence;
  readonly attempts: AttemptBook;
  readonly logger: Logger;
  /** For a run whose attempt ended without finishing it. */
  readonly askTruth: AskTruth;
  /** What to do with a job that is not ours; nothing unless said. */
  readonly passThrough?: (delivery: Delivery) => Promise<void>;
}

const BEGIN_TRIES_MAX = 200;
const BEGIN_WAIT_MS_MAX = 20;
/** How long a handler that was told to stop is waited for. */
const ABANDON_AFTER_MS = 10_000;
/** A fallback: the truth is asked at once by this process, and by the sweeper if it cannot. */
const ASK_AGAIN_MS = 2_000;

/**
 * Executes one delivered job as an attempt of its run. A job that is not ours passes through; one that is forged,
 * or of another run, fails with a clear error and touches no run; one whose run is over or owned is ignored.
 */
export async function trackDelivery(options: TrackOptions, delivery: Delivery): Promise<void> {
  const correlation = await resolveRunCorrelation(options, delivery);
  if (correlation.kind === "refused") {
    if (correlation.because === "absent") return options.passThrough?.(delivery);
    throw new SettledError(
      "correlation_refused",
      `The job was refused (${correlation.because}): it does not prove which run it belongs to. No run was touched.`,
    );
  }
  const operation = options.catalog.find(correlation.run.operationType);
  if (operation === null) {
    throw new SettledError(
      "correlation_refused",
      `This worker does not know the operation "${correlation.run.operationType}". No run was touched.`,
    );
  }
  await options.faults.reach("track.before_begin", correlation.run.id);
  // One process holds one lease: two deliveries of a run to it look alike to the database.
  if (!options.attempts.reserve(correlation.run.id)) {
    await ignore(options, correlation.run, "under_way_in_this_worker");
    return;
  }
  try {
    const run = await beginOrIgnore(options, operation, correlation.run);
    if (run !== null) await runInSpan(options, operation, { run, delivery });
  } finally {
    options.attempts.release(correlation.run.id);
  }
}

/** Linked to the span that sent it, however long ago that was. */
function runInSpan(
  options: TrackOptions,
  operation: OperationDefinition,
  begun: { readonly run: OperationRun; readonly delivery: Delivery },
): Promise<void> {
  const { telemetry = NO_TELEMETRY } = options;
  const { run } = begun;
  return telemetry.inSpan("process", run, { trace: run.context.trace }, (span) => {
    span.note({ "settled.attempt": run.attempt });
    return runAttempt(options, operation, begun);
  });
}

async function beginOrIgnore(
  options: TrackOptions,
  operation: OperationDefinition,
  found: OperationRun,
): Promise<OperationRun | null> {
  let seen = found;
  for (let attempt = 0; attempt < BEGIN_TRIES_MAX; attempt += 1) {
    if (seen.status === "completed") return ignore(options, seen, "already_completed");
    if (options.presence.lost.aborted) throw options.presence.lost.reason;
    const answer = await options.lifecycle.begin(seen, {
      ownerId: options.presence.leaseId,
      runWithinMs: operation.timeouts.runWithinMs,
      actor: options.actor,
    });
    if (answer.kind === "begun") return answer.run;
    if (answer.current === null) return null;
    seen = answer.current;
    if (seen.status === "running" && (await options.reader.ownerMayLive(seen))) {
      return ignore(options, seen, "owned_by_a_living_worker");
    }
    // Deliveries that were ignored meanwhile left their lines, each a new version: there is an end to them.
    await options.clock.sleep(Math.min(attempt, BEGIN_WAIT_MS_MAX));
  }
  throw new SettledError("write_conflict", "The run could not be begun: others keep writing it.");
}

async function ignore(options: TrackOptions, run: OperationRun, because: string): Promise<null> {
  await options.lifecycle.ignoreDelivery(run, because, options.actor);
  return null;
}

async function runAttempt(
  options: TrackOptions,
  operation: OperationDefinition,
  begun: { readonly run: OperationRun; readonly delivery: Delivery },
): Promise<void> {
  const { run, delivery } = begun;
  const { workspaceId, id, attempt } = run;
  const ref: AttemptRef = { workspaceId, id, attempt, ownerId: options.presence.leaseId };
  const abort = new AbortController();
  const { runWithinMs } = operation.timeouts;
  const open: OpenAttempt = {
    runId: id,
    attempt,
    runWithinMs,
    startedAtMs: options.clock.nowMs(),
    abort,
  };
  const onEngineAbort = () => abort.abort(delivery.signal.reason);
  delivery.signal.addEventListener("abort", onEngineAbort, { once: true });
  options.attempts.open(open);
  if (run.cancelRequestedAt !== null)
    abort.abort(new SettledError("run_fenced", "The run was cancelled."));
  try {
    await options.faults.reach("track.after_begin", id);
    await endByHandler(options, operation, { run, ref, abort });
  } finally {
    options.attempts.close(open);
    delivery.signal.removeEventListener("abort", onEngineAbort);
  }
}

async function endByHandler(
  options: TrackOptions,
  operation: OperationDefinition,
  open: { readonly run: OperationRun; readonly ref: AttemptRef; readonly abort: AbortController },
): Promise<void> {
  const { run, ref, abort } = open;
  const { tracked, committed } = openTrackedRun(options, operation, { run, ref, abort });
  let result: RunResult | void;
  try {
    const input = await readInput(operation, run);
    const work = operation.handler({ ...tracked, input });
    result = await orAbandoned(options, work, abort.signal);
    await options.faults.reach("track.after_handler", run.id);
  } catch (error) {
    // A run that its handler committed is over: what went wrong afterwards is the job's affair.
    if (committed()) throw asPlainError(describeFailure(error, ref.attempt));
    return endByFailure(options, operation, { ref, error });
  }
  if (committed()) return;
  // Without an adapter there is nobody to ask: having returned is then all that can be said.
  const claim = result ?? (operation.adapter === null ? ({ outcome: "succeeded" } as const) : null);
  if (claim !== null && !lacksArtifact(operation, claim)) return finish(options, ref, claim);
  const answer = await options.lifecycle.endAttempt(ref, {
    failure: null,
    because: "handler_returned",
    dueAfterMs: ASK_AGAIN_MS,
    actor: options.actor,
  });
  if (answer.kind === "written") await options.askTruth(answer.run, "handler_returned");
}

/** The run keeps what was asked; the handler gets it as its schema reads it today. */
async function readInput(operation: OperationDefinition, run: OperationRun): Promise<unknown> {
  const checked = await operation.input["~standard"].validate(run.input);
  if (checked.issues === undefined) return checked.value;
  throw new SettledError(
    "handler_failed",
    "The stored input does not fit this release's schema of the operation. Start it again.",
  );
}

async function finish(options: TrackOptions, ref: AttemptRef, result: RunResult): Promise<void> {
  await options.lifecycle.finish(ref, result, options.actor);
}

/** The job fails with an error that every engine can hold; about the run the truth decides. */
async function endByFailure(
  options: TrackOptions,
  operation: OperationDefinition,
  failed: { readonly ref: AttemptRef; readonly error: unknown },
): Promise<never> {
  const failure = describeFailure(failed.error, failed.ref.attempt);
  const answer = await options.lifecycle.endAttempt(failed.ref, {
    failure,
    because: "handler_failed",
    dueAfterMs: ASK_AGAIN_MS,
    actor: options.actor,
  });
  // Where the engine repeats by itself, its next attempt comes before any judgement.
  if (answer.kind === "written" && operation.queue.retries === 0) {
    await options.askTruth(answer.run, "job_failed");
  }
  throw asPlainError(failure);
}

/** A handler that ignores its signal must not hold the worker for ever. */
async function orAbandoned<Result>(
  options: TrackOptions,
  work: Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  const done = new AbortController();
  const abandoned = new Promise<never>((_, reject) => {
    const onAbort = () => {
      void options.clock.sleep(ABANDON_AFTER_MS, done.signal).then(() => {
        if (!done.signal.aborted) reject(signal.reason as Error);
      });
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work, abandoned]);
  } finally {
    done.abort();
    work.catch(() => undefined);
  }
}
