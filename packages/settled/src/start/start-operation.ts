import { v7 as uuidv7 } from "uuid";
import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import type { EngineDriver } from "../ports/engine-driver.ts";
import type { FaultPoints } from "../ports/fault-points.ts";
import type { Logger } from "../ports/logger.ts";
import type { NewRun } from "../ports/run-writer.ts";
import type { SqlExecutor, TransactionRunner } from "../ports/sql-executor.ts";
import { NO_TELEMETRY, type Telemetry, type TraceHeaders } from "../ports/telemetry.ts";
import { type BulkPart, bulkPartDetail } from "../run/bulk-part.ts";
import type { Actor, Asker, Initiator } from "../run/actor.ts";
import { givenReason } from "../run/given-reason.ts";
import { identityKeyOf } from "../run/identity.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { asRunId, type RunId, type RunScope } from "../run/scope.ts";
import { NAME_BYTES_MAX, safeText } from "../run/safe-text.ts";
import { type ReadStart, readStartInput, type StartRefusal } from "./read-start-input.ts";

export interface StartOptions {
  readonly catalog: OperationCatalog;
  readonly lifecycle: RunLifecycle;
  readonly driver: EngineDriver;
  readonly transactions: TransactionRunner;
  readonly faults: FaultPoints;
  readonly logger: Logger;
  readonly telemetry?: Telemetry;
}

export interface StartInput extends RunScope {
  readonly type: string;
  readonly input: unknown;
  readonly initiator: Asker;
  /** W3C `traceparent` and `tracestate`. */
  readonly trace?: Readonly<Record<string, string>>;
  readonly rerunOf?: RunId;
  /** Why, in a person's own words; kept in the event. */
  readonly because?: string;
  /** The action on many runs that this belongs to; kept in the event. */
  readonly partOf?: BulkPart;
  /** The caller's own transaction: run and job then appear with its commit. */
  readonly on?: SqlExecutor;
}

export type StartAnswer =
  /** `joined`: the same work was under way; `run` says who started it and when. */
  | { readonly kind: "accepted"; readonly run: OperationRun; readonly joined: boolean }
  | StartRefusal;

/**
 * Starts an operation. Run, job and `context.dispatch` appear in one transaction where the engine allows it;
 * otherwise the run is committed first and the sweeper hands over what was left.
 */
export async function startOperation(
  options: StartOptions,
  input: StartInput,
): Promise<StartAnswer> {
  const read = await readStartInput(options.catalog, input);
  if (read.kind === "refused") return read;
  const { telemetry = NO_TELEMETRY } = options;
  const id = asRunId(uuidv7());
  const subject = { id, workspaceId: input.workspaceId, operationType: read.operation.type };
  const { trace } = input;
  const answer = await telemetry.inSpan("send", subject, { trace }, async (span) => {
    const run = await newRunOf(id, read, { ...input, trace: span.trace });
    const actor = actorOf(run.initiator, input.initiator);
    const sent = await sendRun(options, { operation: read.operation, run, actor }, input.on);
    span.note({ "settled.joined": sent.joined });
    return sent;
  });
  if (!answer.joined) telemetry.runStarted(answer.run);
  return answer;
}

type Accepted = Extract<StartAnswer, { readonly kind: "accepted" }>;

async function newRunOf(
  id: RunId,
  read: Extract<ReadStart, { readonly kind: "read" }>,
  input: Omit<StartInput, "trace"> & { readonly trace: TraceHeaders | undefined },
): Promise<NewRun> {
  const { operation } = read;
  return {
    id,
    workspaceId: input.workspaceId,
    environmentId: input.environmentId,
    operationType: operation.type,
    identityKey: await identityKeyOf(operation.identity(read.value, scopeOf(input))),
    initiator: safeInitiator(input.initiator),
    input: read.stored,
    context: input.trace === undefined ? {} : { trace: safeTrace(input.trace) },
    dueAfterMs: operation.timeouts.startWithinMs,
    rerunOf: input.rerunOf ?? null,
    detail: { ...givenReason(input.because), ...bulkPartDetail(input.partOf) },
  };
}

async function sendRun(
  options: StartOptions,
  { operation, run, actor }: Start<NewRun>,
  on: SqlExecutor | undefined,
): Promise<Accepted> {
  const { faults } = options;
  await faults.reach("start.before_insert", run.id);
  if (options.driver.transactional) {
    const insert = (tx: SqlExecutor) => createAndDispatch(options, { operation, run, actor }, tx);
    const answer = await (on === undefined
      ? options.transactions.transaction(insert, { repeat: true })
      : insert(on));
    await faults.reach("start.after_commit", run.id);
    return answer;
  }
  const created = await options.lifecycle.create(run, on, actor);
  await faults.reach("start.after_insert", run.id);
  if (created.kind === "joined") return { kind: "accepted", run: created.run, joined: true };
  // Inside the caller's transaction the row is not committed yet: the sweeper hands it over.
  if (on !== undefined) return { kind: "accepted", run: created.run, joined: false };
  return {
    kind: "accepted",
    run: await handOverAfter(options, { operation, run: created.run, actor }),
    joined: false,
  };
}

/** What is started, and who is written down for it. */
interface Start<Run> {
  readonly operation: OperationDefinition;
  readonly run: Run;
  readonly actor: Actor;
}

async function createAndDispatch(
  options: StartOptions,
  { operation, run, actor }: Start<NewRun>,
  tx: SqlExecutor,
): Promise<Accepted> {
  const created = await options.lifecycle.create(run, tx, actor);
  await options.faults.reach("start.after_insert", run.id);
  // An earlier try of ours may have been committed with its job although the answer was lost.
  if (created.kind === "joined" || created.run.context.dispatch !== undefined) {
    return { kind: "accepted", run: created.run, joined: created.kind === "joined" };
  }
  await options.driver.dispatch(operation, created.run.id, tx);
  const dispatched = await recordDispatch(options, { operation, run: created.run, actor }, tx);
  await options.faults.reach("start.before_commit", run.id);
  return { kind: "accepted", run: dispatched, joined: false };
}

async function handOverAfter(
  options: StartOptions,
  start: Start<OperationRun>,
): Promise<OperationRun> {
  const { operation, run } = start;
  try {
    await options.driver.dispatch(operation, run.id);
    return await recordDispatch(options, start);
  } catch (error) {
    options.logger.warn({ runId: run.id, error }, "the job was not handed over; the sweeper will");
    return run;
  }
}

async function recordDispatch(
  options: StartOptions,
  { operation, run, actor }: Start<OperationRun>,
  on?: SqlExecutor,
): Promise<OperationRun> {
  const answer = await options.lifecycle.recordDispatch(
    run,
    options.driver.handOverOf(operation),
    { kind: "dispatched", dueAfterMs: operation.timeouts.startWithinMs, actor },
    on,
  );
  return answer.kind === "written" ? answer.run : (answer.current ?? run);
}

function scopeOf({ workspaceId, environmentId }: RunScope): RunScope {
  return { workspaceId, environmentId };
}

function safeInitiator({ kind, id, name }: Initiator): Initiator {
  return { kind, id: safeText(id, NAME_BYTES_MAX), name: safeText(name, NAME_BYTES_MAX) };
}

function actorOf(initiator: Initiator, { requestId, via }: Asker): Actor {
  return {
    ...initiator,
    ...(requestId === undefined ? {} : { requestId }),
    ...(via === undefined ? {} : { via }),
  };
}

function safeTrace(trace: Readonly<Record<string, string>>): Record<string, string> {
  const kept = ["traceparent", "tracestate"].flatMap((name) => {
    const value = trace[name];
    return value === undefined ? [] : [[name, safeText(value, NAME_BYTES_MAX)]];
  });
  return Object.fromEntries(kept) as Record<string, string>;
}
