// Runs in a thread of its own: a busy event loop is not a dead process.
import { parentPort, workerData } from "node:worker_threads";
import { Client } from "pg";
import type { LeaseMessage, LeaseThreadInput } from "./lease-message.ts";

const RECONNECT_WAIT_MS = 250;
const CONNECT_TIMEOUT_MS = 5_000;

const input = workerData as LeaseThreadInput;
let client: Client | null = null;
let stopping = false;

function tell(message: LeaseMessage): void {
  parentPort?.postMessage(message);
}

async function connect(): Promise<Client> {
  const fresh = new Client({
    connectionString: input.connectionString,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: input.beatMs,
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

/** The lock belongs to the session; behind a pooler that shares sessions none is taken. */
async function takeLock(connection: Client): Promise<string | null> {
  if (input.lockKey === null) return null;
  await connection.query("select pg_advisory_lock($1)", [input.lockKey]);
  return input.lockKey;
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
    await broken?.end().catch(() => undefined);
    if (!stopping) setTimeout(() => void beat(), RECONNECT_WAIT_MS);
  }
}

const timer = setInterval(() => void beat(), input.beatMs);

parentPort?.on("message", () => {
  stopping = true;
  clearInterval(timer);
  const last = client;
  client = null;
  void (last?.end() ?? Promise.resolve()).catch(() => undefined).then(() => process.exit(0));
});

await beat();
