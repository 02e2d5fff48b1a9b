import type { PoolClient } from "pg";
import type { TruthReader } from "../catalog/truth-reader.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import { isSettledError, SettledError } from "../run/settled-error.ts";
import { askInOrder } from "./ask-in-order.ts";
import type { Database } from "./database.ts";
import { asSettledError, sqlStateOf } from "./sql-error.ts";

const READER_ROLE = "settled_reader";
/** Read-only transaction, missing grant, no SELECT, a SELECT that writes. */
const TRESPASSES = new Set(["25006", "42501", "42601", "0A000"]);
const LIMITS = `select set_config('settled_scope.workspace_id', $1, true),
  set_config('statement_timeout', $2, true)`;
const FENCE = `select current_user = '${READER_ROLE}' and current_setting('transaction_read_only') = 'on'
  and current_setting('settled_scope.workspace_id') = $1 as intact`;

/**
 * Truth under the reader's role in a READ ONLY transaction with row-level security of one workspace. Each look is
 * a cursor of one statement, so that nothing but one SELECT can be said; if a SELECT still changed role or scope by a function,
 * what was seen is thrown away.
 */
export function createPostgresTruthSource(database: Database): TruthSource {
  return {
    async withTruth(scope, { timeoutMs, signal }, look) {
      const client = await connect(database);
      // Counted from here: waiting for a connection is not the adapter's time.
      const limit = AbortSignal.any([
        AbortSignal.timeout(timeoutMs),
        ...(signal === undefined ? [] : [signal]),
      ]);
      let spoilt = true;
      try {
        await begin(client, scope.workspaceId, timeoutMs);
        const truth: TruthReader = {
          scope,
          signal: limit,
          query: inTurn((text, values) => select(client, text, values ?? [])),
        };
        const result = await untilAborted(look(truth), limit);
        await end(client, scope.workspaceId);
        spoilt = false;
        return result;
      } catch (error) {
        spoilt = limit.aborted || !(await rolledBack(client));
        throw limit.aborted ? timedOut(error) : asTruthError(error);
      } finally {
        // A connection whose look may still be under way is not given to anybody else.
        client.release(spoilt);
      }
    },
  };
}

async function connect(database: Database): Promise<PoolClient> {
  try {
    return await database.pool.connect();
  } catch (error) {
    throw asSettledError(error);
  }
}

async function begin(client: PoolClient, workspaceId: string, timeoutMs: number): Promise<void> {
  await askInOrder(client, [
    { text: "begin transaction read only" },
    { text: LIMITS, values: [workspaceId, String(timeoutMs)] },
    { text: `set local role ${READER_ROLE}` },
  ]);
}

async function select<Row>(
  client: PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const [, fetched] = await askInOrder(client, [
    { text: `declare settled_look no scroll cursor for ${text}`, values, oneStatement: true },
    { text: "fetch all from settled_look" },
    { text: "close settled_look" },
  ]);
  return (fetched?.rows ?? []) as Row[];
}

/** A look has one cursor: questions that an adapter asks side by side are answered one after the other. */
function inTurn(ask: TruthReader["query"]): TruthReader["query"] {
  let last: Promise<unknown> = Promise.resolve();
  return <Row>(text: string, values?: readonly unknown[]) => {
    const answer = last.then(() => ask<Row>(text, values));
    last = answer.catch(() => undefined);
    return answer;
  };
}

async function end(client: PoolClient, workspaceId: string): Promise<void> {
  const [fence] = await askInOrder(client, [
    { text: FENCE, values: [workspaceId] },
    { text: "rollback" },
  ]);
  const [row] = (fence?.rows ?? []) as { intact: boolean }[];
  if (row?.intact !== true) throw violated();
}

async function rolledBack(client: PoolClient): Promise<boolean> {
  return client.query("rollback").then(
    () => true,
    () => false,
  );
}

function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  // Whatever comes of a look that nobody waits for any more must not end the process.
  work.catch(() => undefined);
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(timedOut(signal.reason));
    if (signal.aborted) return onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

function asTruthError(error: unknown): unknown {
  if (isSettledError(error)) return error;
  const state = sqlStateOf(error);
  if (TRESPASSES.has(state ?? "")) return violated(error);
  return state === null ? error : asSettledError(error);
}

function violated(cause?: unknown): SettledError {
  return new SettledError(
    "truth_violated",
    "An adapter may only SELECT from its own workspace's rows that the reader's role was granted.",
    { cause },
  );
}

function timedOut(cause: unknown): SettledError {
  return new SettledError("truth_timed_out", "The adapter did not answer within its time limit.", {
    cause,
  });
}
