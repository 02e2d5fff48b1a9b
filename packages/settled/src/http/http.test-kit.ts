import { createOperationCatalog } from "../catalog/operation-catalog.ts";
import { defineOperation } from "../catalog/define-operation.ts";
import type { ArtifactFacts } from "../catalog/artifact-definition.ts";
import type { RunResult } from "../catalog/tracked-run.ts";
import { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import type { AccessAnswer, AccessPolicy } from "../ports/access-policy.ts";
import type { EngineDriver, JobState } from "../ports/engine-driver.ts";
import { NO_FAULTS } from "../ports/fault-points.ts";
import { SILENT_LOGGER } from "../ports/logger.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import { reconcileRun } from "../reconcile/reconcile-run.ts";
import { resolveRun } from "../reconcile/resolve-run.ts";
import type { Initiator } from "../run/actor.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunFailure } from "../run/run-failure.ts";
import { asEnvironmentId, asRunId, asWorkspaceId } from "../run/scope.ts";
import { cancelRun } from "../start/cancel-run.ts";
import { rerunRun } from "../start/rerun-run.ts";
import { startOperation } from "../start/start-operation.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createMemoryRunStore } from "../testing/memory-run-store.ts";
import { createHttpHandler } from "./create-http-handler.ts";
import type { HttpHandlerOptions, ServedSettled } from "./http-handler-options.ts";

export const NORTH = asWorkspaceId("north");
export const CONTOSO = asEnvironmentId("contoso");
export const FABRIKAM = asEnvironmentId("fabrikam");
export const MARIA: Initiator = { kind: "user", id: "u1", name: "Maria Lang" };
export const HOST = "https://settled.example";
export const API = "/api/v1/workspaces/north";
export const REVIEW = "environment.review.compose";
export const START = `${API}/operations/${REVIEW}/runs`;

export const IDLE_ENGINE: EngineDriver = {
  name: "idle",
  transactional: true,
  prepare: () => Promise.resolve(),
  handOverOf: (operation) => ({
    job_class: operation.type,
    queue: operation.queue.name,
    connection: "main",
  }),
  dispatch: () => Promise.resolve(),
  redispatch: () => Promise.resolve(),
  jobStateOf: () => Promise.resolve("waiting"),
  withdraw: () => Promise.resolve(),
  work: () => Promise.resolve({ stop: () => Promise.resolve() }),
  close: () => Promise.resolve(),
};

/** Artifacts by id, as the business would have them. */
export type Shelf = Map<string, Partial<ArtifactFacts>>;

export function reviewOperations(shelf: Shelf, label = "Environment review") {
  const review = defineOperation<{ month?: string }>({
    type: REVIEW,
    formerTypes: ["review.compose"],
    label,
    input: {
      "~standard": { version: 1, vendor: "test", validate: (value) => checkMonth(value) },
    },
    identity: (input) => input,
    capability: "reviews.compose",
    queue: { name: "reviews" },
    handler: () => Promise.resolve(),
    artifact: {
      type: "environment_review",
      label: "Environment review",
      find: (truth, id) => {
        const facts = shelf.get(id);
        const whole = { title: id, madeByRunId: null, complete: true, state: "current" };
        return Promise.resolve(facts === undefined ? null : { ...truth.scope, ...whole, ...facts });
      },
      href: (scope, id) => `/workspaces/${scope.workspaceId}/reviews/${id}`,
    },
    copy: { doing: "The environment review is being composed", reasons: {} },
  });
  const restore = defineOperation<unknown>({
    type: "restore.execute",
    label: "Restore",
    input: { "~standard": { version: 1, vendor: "test", validate: (value) => ({ value }) } },
    identity: (input) => JSON.stringify(input),
    capability: "restore.execute",
    queue: { name: "restores" },
    handler: () => Promise.resolve(),
    copy: { doing: "The restore is under way", reasons: {} },
  });
  return [review, restore] as const;
}

function checkMonth(value: unknown) {
  const month = (value as { month?: unknown }).month;
  return month === undefined || typeof month === "string"
    ? { value: value as { month?: string } }
    : { issues: [{ message: "A month is text such as 2026-05.", path: ["month"] }] };
}

/** A handler over the memory store, with the means to bring runs about. */
export function openTestDesk(changes: { readonly label?: string; readonly job?: JobState } = {}) {
  const clock = createManualClock();
  const store = createMemoryRunStore({ clock });
  const shelf: Shelf = new Map();
  const catalog = createOperationCatalog(reviewOperations(shelf, changes.label));
  const lifecycle = new RunLifecycle({ writer: store, faults: NO_FAULTS });
  const truth: TruthSource = {
    withTruth: (scope, _options, look) =>
      look({ scope, signal: AbortSignal.timeout(1_000), query: () => Promise.resolve([]) }),
  };
  const wired = {
    catalog,
    lifecycle,
    reader: store,
    truth,
    checks: store,
    driver: { ...IDLE_ENGINE, jobStateOf: () => Promise.resolve(changes.job ?? "waiting") },
    transactions: store,
    faults: NO_FAULTS,
    logger: SILENT_LOGGER,
  };
  const settled: ServedSettled = {
    catalog,
    reader: store,
    truth,
    tail: store.tail,
    audit: store,
    answers: {
      answerOnce: () => Promise.reject(new Error("Keys are examined on PostgreSQL.")),
    },
    start: (input) => startOperation(wired, input),
    cancel: (input, actor) => cancelRun(wired, input, actor),
    reconcile: (input) => reconcileRun(wired, input),
    rerun: (input) => rerunRun(wired, input),
    resolve: (input) => resolveRun(wired, input),
  };
  const handler = (options: Partial<HttpHandlerOptions> = {}) =>
    createHttpHandler({
      settled,
      resolveActor: () => Promise.resolve(MARIA),
      policy: members(),
      now: () => clock.now(),
      ...options,
    });
  let made = 0;
  const start = async (input: Partial<Parameters<ServedSettled["start"]>[0]> = {}) => {
    made += 1;
    const answer = await settled.start({
      workspaceId: NORTH,
      environmentId: CONTOSO,
      type: REVIEW,
      input: { month: `month ${made}` },
      initiator: MARIA,
      ...input,
    });
    if (answer.kind === "refused") throw new Error(answer.because);
    return answer.run;
  };
  const begin = async (run: OperationRun) => {
    const ownerId = crypto.randomUUID();
    store.addLease(ownerId);
    const actor = { kind: "worker", id: ownerId, name: "worker" } as const;
    const answer = await lifecycle.begin(run, { ownerId, runWithinMs: 60_000, actor });
    if (answer.kind === "refused") throw new Error("not begun");
    const attempt = { workspaceId: run.workspaceId, id: run.id, attempt: 1, ownerId };
    return { run: answer.run, attempt, actor };
  };
  const finish = async (run: OperationRun, result: RunResult) => {
    const begun = await begin(run);
    const answer = await lifecycle.finish(begun.attempt, result, begun.actor);
    if (answer.kind === "late") throw new Error("late");
    return answer.run;
  };
  const fail = async (run: OperationRun, failure: RunFailure) => {
    const { attempt, actor } = await begin(run);
    const options = { failure, because: "handler_failed", dueAfterMs: 0, actor };
    const answer = await lifecycle.endAttempt(attempt, options);
    if (answer.kind === "refused") throw new Error("not ended");
    return answer.run;
  };
  /** A run of an operation that only a later release knows. */
  const startUnknown = async () => {
    const known = await start();
    const { workspaceId, environmentId, initiator, input } = known;
    const created = await lifecycle.create({
      id: asRunId(crypto.randomUUID()),
      workspaceId,
      environmentId,
      initiator,
      input,
      context: {},
      operationType: "later.release",
      identityKey: "later",
      dueAfterMs: 1_000,
      rerunOf: null,
    });
    return created.run;
  };
  return {
    clock,
    store,
    shelf,
    settled,
    lifecycle,
    handler,
    start,
    startUnknown,
    begin,
    finish,
    fail,
  };
}

/** Members of `north` may do everything, but for what `answers` says of a capability or environment. */
export function members(answers: Readonly<Record<string, AccessAnswer>> = {}): AccessPolicy {
  return {
    check(_actor, capability, scope) {
      if (scope.workspaceId !== "north") return Promise.resolve({ kind: "hidden" });
      const byPlace = scope.environmentId === null ? undefined : answers[scope.environmentId];
      return Promise.resolve(byPlace ?? answers[capability] ?? { kind: "allowed" });
    },
  };
}

export function get(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`${HOST}${path}`, { headers });
}

export function post(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`${HOST}${path}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", "settled-request": "1", ...headers },
  });
}

/** An action on a run: `POST …/runs/{id}:verb`. */
export function act(
  run: Pick<OperationRun, "workspaceId" | "id">,
  verb: string,
  body: unknown,
  headers: Record<string, string> = {},
): Request {
  return post(`/api/v1/workspaces/${run.workspaceId}/runs/${run.id}:${verb}`, body, headers);
}

export function eventsOf(
  { store }: Pick<ReturnType<typeof openTestDesk>, "store">,
  run: Pick<OperationRun, "workspaceId" | "id">,
) {
  const place = { workspaceId: run.workspaceId, runId: run.id };
  return store.listEvents({ ...place, afterSequence: "0", limit: 100 });
}

export async function problemIn(response: Response) {
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, type: response.headers.get("content-type"), body };
}
