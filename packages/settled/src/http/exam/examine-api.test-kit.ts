import * as fc from "fast-check";
import type { HttpHandler } from "../create-http-handler.ts";
import { readApiDocument, type ToldOperation } from "./api-document.test-kit.ts";
import { judgeBy, type SeenAnswer } from "./judge-answer.test-kit.ts";
import { type KnownParts, type PlannedRequest, requestsOf } from "./request-arbitrary.test-kit.ts";

/** A handler with something behind it, to be examined by its own OpenAPI document. */
export interface ExaminedApi {
  readonly handle: HttpHandler;
  /** The headers of somebody who may do everything. */
  readonly credentials: Readonly<Record<string, string>>;
  /** The address in front of every path. */
  readonly host: string;
  /** How many requests of each operation are sent. */
  readonly requestsEach: number;
  /** Values that lead somewhere, by the name of a part of a path, a parameter or a member of a body. */
  known(name: string): readonly string[];
  /** Bodies that an operation takes where its schema cannot say what that is, by the operation's id. */
  readonly bodies?: Readonly<Record<string, readonly unknown[]>>;
  /** Ids of the operations to be examined; all unless said. */
  readonly only?: readonly string[];
  /** Ids of operations whose success is proven elsewhere: they are not asked until they succeed. */
  readonly elsewhere?: readonly string[];
  /** Called from time to time, so that there is always something left to act on. */
  refresh?(): Promise<void>;
}

export interface ExamReport {
  readonly requests: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Each with the request that brought it about. */
  readonly breaches: readonly string[];
  /** Ids of operations that never answered with success: nothing of what they promise was seen. */
  readonly neverSucceeded: readonly string[];
}

const { SETTLED_EXAM_SEED = "20260501" } = process.env;
const REFRESH_EVERY = 25;
const AT_ONCE = 4;
const MORE_ROUNDS_MAX = 8;
const BREACHES_MAX = 20;
const VALUES_KEPT_MAX = 200;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
/** Where nobody gave values, any id that was answered before may be what is asked for. */
const ID = /(?:^|_)ids?$/;

/**
 * Sends generated requests, allowed and flawed, to every operation of the handler's own document, and holds each
 * answer against that document: status, headers, body, and no fault. Needs no list of routes: a new one is examined
 * because the document tells of it. SETTLED_EXAM_SEED chooses other requests.
 */
export async function examineApi(api: ExaminedApi): Promise<ExamReport> {
  const document = readApiDocument(await documentOf(api));
  const operations = document.operations.filter(({ id }) => api.only?.includes(id) ?? true);
  const judge = judgeBy(document);
  const seen = new Set<string>();
  const known: KnownParts = (name, place) => {
    const given = api.known(name.replace(/_ids?$/, ""));
    if (given.length > 0 || !(place === "path" || ID.test(name))) return given;
    return [...seen].slice(-VALUES_KEPT_MAX);
  };
  const byStatus: Record<string, number> = {};
  const breaches: string[] = [];
  const succeeded = new Set<string>();
  let requests = 0;

  const examine = async (planned: PlannedRequest): Promise<void> => {
    const answer = await send(api, planned);
    requests += 1;
    byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
    if (answer.status < 300) {
      succeeded.add(planned.operation.id);
      keepIds(answer.body, seen);
    }
    for (const fault of judge(planned, answer)) {
      if (breaches.length < BREACHES_MAX)
        breaches.push(`${asLine(planned)} → ${answer.status}: ${fault}`);
    }
  };

  const sendSome = async (operation: ToldOperation, seed: number, numRuns: number) => {
    await api.refresh?.();
    const bodies = api.bodies?.[operation.id] ?? [];
    const queue = fc.sample(requestsOf(document, operation, { known, bodies }), { numRuns, seed });
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await examine(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };
  for (let round = 0; round < api.requestsEach; round += REFRESH_EVERY) {
    for (const [at, operation] of operations.entries()) {
      const numRuns = Math.min(REFRESH_EVERY, api.requestsEach - round);
      await sendSome(operation, Number(SETTLED_EXAM_SEED) + round * 1_000 + at, numRuns);
    }
  }
  // Chance alone must not make it look as if something could never be had.
  for (let more = 1; more <= MORE_ROUNDS_MAX; more += 1) {
    const wanting = operations.filter(
      ({ id }) => !succeeded.has(id) && api.elsewhere?.includes(id) !== true,
    );
    for (const operation of wanting) {
      await sendSome(operation, Number(SETTLED_EXAM_SEED) - more, REFRESH_EVERY);
    }
  }
  const strange = await askStrangely(api, operations);
  const neverSucceeded = operations.map(({ id }) => id).filter((id) => !succeeded.has(id));
  return {
    requests: requests + strange.requests,
    byStatus,
    breaches: [...breaches, ...strange.breaches],
    neverSucceeded,
  };
}

/** Each path by the methods that it does not take: it must name those that it does. */
async function askStrangely(api: ExaminedApi, operations: readonly ToldOperation[]) {
  const breaches: string[] = [];
  const strange = strangeMethods(operations);
  for (const { path, method, taken } of strange) {
    const request = new Request(`${api.host}${path}`, { method, headers: api.credentials });
    const answer = await api.handle(request);
    const allowed = (answer.headers.get("allow") ?? "").split(", ");
    if (answer.status === 405 && taken.every((one) => allowed.includes(one))) continue;
    breaches.push(`${method} ${path} → ${answer.status}, allowed are ${allowed.join()}`);
  }
  return { requests: strange.length, breaches };
}

/** For each path the methods that it does not take; GET brings HEAD with it. */
function strangeMethods(operations: readonly ToldOperation[]) {
  const byPath = Map.groupBy(operations, ({ template }) => template);
  return [...byPath].flatMap(([template, told]) => {
    const taken = told.map(({ method }) => method);
    const path = template.replaceAll(/\{\w+\}/g, "x");
    return METHODS.filter((method) => !taken.includes(method)).map((method) => ({
      method,
      path,
      taken,
    }));
  });
}

async function documentOf(api: ExaminedApi): Promise<object> {
  const request = new Request(`${api.host}/api/v1/openapi.json`, { headers: api.credentials });
  const answer = await api.handle(request);
  if (answer.status !== 200) throw new Error(`The document was answered with ${answer.status}.`);
  return (await answer.json()) as object;
}

async function send(api: ExaminedApi, planned: PlannedRequest): Promise<SeenAnswer> {
  const { operation, path, headers, body, isSignedIn } = planned;
  const over = new AbortController();
  const answer = await api.handle(
    new Request(`${api.host}${path}`, {
      method: operation.method,
      headers: { ...(isSignedIn ? api.credentials : {}), ...headers },
      signal: over.signal,
      ...(body === null ? {} : { body }),
    }),
  );
  const seen = { status: answer.status, headers: answer.headers };
  const type = answer.headers.get("content-type") ?? "";
  if (type.includes("json") && !type.includes("ndjson"))
    return { ...seen, body: await answer.json() };
  if (!type.startsWith("text/event-stream")) return { ...seen, body: await answer.text() };
  // A stream has no end of its own.
  over.abort();
  await answer.body?.cancel();
  return { ...seen, body: null };
}

function keepIds(value: unknown, seen: Set<string>): void {
  if (Array.isArray(value)) {
    for (const entry of value) keepIds(entry, seen);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, entry] of Object.entries(value)) {
      if (typeof entry === "string" && /(?:^|_)id$/.test(name)) seen.add(entry);
      else keepIds(entry, seen);
    }
  }
}

function asLine({ operation, path, headers, body }: PlannedRequest): string {
  const sent = body === null ? "" : ` ${body.slice(0, 200)}`;
  return `${operation.id}: ${operation.method} ${path} ${JSON.stringify(headers)}${sent}`;
}
