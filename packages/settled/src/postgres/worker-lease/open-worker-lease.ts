import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { v7 as uuidv7 } from "uuid";
import type { WorkerPresence } from "../../ports/worker-presence.ts";
import { SettledError } from "../../run/settled-error.ts";
import type { Database } from "../database.ts";
import type { NamedSql } from "../sql-files.ts";
import type { LeaseMessage, LeaseThreadInput } from "./lease-message.ts";

export interface WorkerLeaseOptions {
  readonly database: Database;
  readonly connectionString: string;
  readonly sql: NamedSql;
  /** 5 s unless said. */
  readonly beatMs?: number;
  /** 15 s unless said. */
  readonly validMs?: number;
  /** False behind a pooler that shares sessions between transactions. */
  readonly sessionsAreOurs?: boolean;
}

const STOP_BEFORE_END_MS = 2_000;
const WATCH_MS = 250;
const SAY_WITHIN_MS = 2_000;

/** Opens the lease of this process and keeps it from a thread of its own until it is released or lost. */
export async function openWorkerLease(options: WorkerLeaseOptions): Promise<WorkerPresence> {
  const beatMs = options.beatMs ?? 5_000;
  const validMs = options.validMs ?? 15_000;
  const leaseId = uuidv7();
  await options.database.executeSql(options.sql("open-lease"), [
    leaseId,
    `${hostname()}:${process.pid}`,
    validMs,
    null,
  ]);
  const input: LeaseThreadInput = {
    connectionString: options.connectionString,
    leaseId,
    beatSql: options.sql("beat-lease"),
    beatMs,
    validMs,
    takesLock: options.sessionsAreOurs !== false,
  };
  const thread = new Worker(new URL(threadFile(), import.meta.url), { workerData: input });
  const lost = new AbortController();
  const lose = (why: string) => lost.abort(new SettledError("run_fenced", why));
  let beatenAtMs = performance.now();
  const firstBeat = Promise.withResolvers<void>();
  thread.on("message", (message: LeaseMessage) => {
    if (message.kind === "ended") lose("This worker's lease was ended: it was taken for dead.");
    else beatenAtMs = performance.now();
    firstBeat.resolve();
  });
  thread.on("error", (error) => {
    firstBeat.reject(error);
    lose("The thread that keeps this worker's lease has ended.");
  });
  // Nothing is executed before the lock is held: also a crash right after the start is seen.
  await Promise.race([firstBeat.promise, withinOf(validMs)]).catch(async (error: unknown) => {
    await thread.terminate();
    throw error;
  });
  const marginMs = Math.min(STOP_BEFORE_END_MS, validMs / 3);
  const watch = setInterval(() => {
    if (performance.now() - beatenAtMs > validMs - marginMs) {
      lose("This worker could not renew its lease.");
    }
  }, WATCH_MS);
  watch.unref();

  return {
    leaseId,
    lost: lost.signal,
    async release() {
      clearInterval(watch);
      const gone = new Promise<void>((resolve) => thread.once("exit", () => resolve()));
      thread.postMessage("stop");
      await gone;
      const end = options.database.executeSql(options.sql("end-lease"), [leaseId]);
      // Where it cannot be said, the lease runs out by itself.
      await Promise.race([end, sleep(SAY_WITHIN_MS, undefined, { ref: false })]).catch(
        () => undefined,
      );
    },
  };
}

async function withinOf(ms: number): Promise<never> {
  await sleep(ms, undefined, { ref: false });
  throw new SettledError(
    "database_unavailable",
    "The lease of this worker could not be opened in time. Check that the database answers.",
  );
}

/** The published library is JavaScript; the sources run as they are. */
function threadFile(): string {
  return import.meta.url.endsWith(".ts") ? "./lease-thread.ts" : "./lease-thread.js";
}
