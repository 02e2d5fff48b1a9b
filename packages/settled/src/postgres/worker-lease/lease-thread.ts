// Runs in a thread of its own: a busy event loop is not a dead process.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { Client } from "pg";
import type { LeaseMessage, LeaseThreadInput } from "./lease-message.ts";

const RECONNECT_WAIT_MS = 250;
/** A goodbye is polite, not needed: a line that fell silent does not hold up the end of the process. */
const GOODBYE_WITHIN_MS = 1_000;

const input = workerData as LeaseThreadInput;
/** A line that fell silent is given up soon enough to try others before the lease ends. */
const ANSWER_WITHIN_MS = Math.min(input.beatMs, input.validMs / 5);
let client: Client | null = null;
let stopping = false;

function tell(message: LeaseMessage): void {
  parentPort?.postMessage(message);
}

async function connect(): Promise<Client> {
  const fresh = new Client({
    connectionString: input.connectionString,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    statement_timeout: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    application_name: "settled worker lease",
    keepAlive: true,
  });
  fresh.on("error", () => drop(fresh));
  fresh.on("end", () => drop(fresh));
  await fresh.connect();
  return fresh;
}

function drop(broken: Client): void {
  if (client !== broken) return;
  client = null;
  // The lock went with the connection: take it again at once, before anybody reads its absence as a death.
  if (!stopping) void beat();
}

/**
 * The lock belongs to the session; behind a pooler that shares sessions none is taken. Each session takes a lock of
 * its own: one that fell silent may live on at the server, and holds its lock.
 */
async function takeLock(connection: Client): Promise<string | null> {
  if (!input.takesLock) return null;
  const lockKey = randomLockKey();
  await connection.query("select pg_advisory_lock($1)", [lockKey]);
  return lockKey;
}

/** Positive, below 2^62, so that its halves read back from pg_locks as they were written. */
function randomLockKey(): string {
  return (randomBytes(8).readBigUInt64BE() >> 2n).toString();
}

let lockHeld: string | null = null;
let beating: Promise<void> | null = null;

function beat(): Promise<void> {
  beating ??= beatOnce().finally(() => (beating = null));
  return beating;
}

async function beatOnce(): Promise<void> {
  try {
    if (client === null) {
      client = await connect();
      lockHeld = await takeLock(client);
    }
    const { rowCount } = await client.query(input.beatSql, [
      input.leaseId,
      input.validMs,
      lockHeld,
    ]);
    if (rowCount === 0) tell({ kind: "ended" });
    else tell({ kind: "beaten" });
  } catch {
    const broken = client;
    client = null;
    void broken?.end().catch(() => undefined);
    if (!stopping) setTimeout(() => void beat(), RECONNECT_WAIT_MS);
  }
}

const timer = setInterval(() => void beat(), input.beatMs);

parentPort?.on("message", () => {
  stopping = true;
  clearInterval(timer);
  const last = client;
  client = null;
  const goodbye = (last?.end() ?? Promise.resolve()).catch(() => undefined);
  void Promise.race([goodbye, sleep(GOODBYE_WITHIN_MS)]).then(() => process.exit(0));
});

await beat();
