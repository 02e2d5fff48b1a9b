import type { JsonObject } from "../run/json-value.ts";
import type { EngineWorker } from "./engine-worker.ts";
import type { SqlExecutor } from "./sql-executor.ts";

/** Where errands wait, and how often and how soon the engine tries one again: with growing and jittered waits. */
export interface ErrandQueue {
  readonly name: string;
  /** The first try included. */
  readonly triesMax: number;
  readonly firstWaitSeconds: number;
  readonly waitSecondsMax: number;
  readonly tryWithinSeconds: number;
}

/** A job that is no run. It has no record with us: whoever sends it keeps what became of it. */
export interface Errand {
  /** A UUID: sent twice is sent once. */
  readonly key: string;
  readonly payload: JsonObject;
  /** Errands of one group do not take all the places there are. */
  readonly group: string;
  /** Fewer than the queue allows. */
  readonly triesMax?: number;
}

export interface ErrandDelivery {
  readonly payload: unknown;
  /** No other try comes if this one rejects. */
  readonly isLastTry: boolean;
  readonly signal: AbortSignal;
}

export interface ErrandWork {
  readonly concurrency: number;
  readonly concurrencyOfGroup: number;
  /** Resolves when the errand is done; a rejection is a try that failed. */
  carryOut(delivery: ErrandDelivery): Promise<void>;
  /** An errand whose last try failed, or died with its worker; called at least once for each. */
  onGivenUp(payload: unknown): Promise<void>;
}

/** The engine's side of jobs that are no runs; an engine may have none. */
export interface ErrandDriver {
  /** Idempotent and safe to call from many processes. */
  prepare(queue: ErrandQueue): Promise<void>;
  /** In the caller's transaction where the driver is transactional and `on` is given. */
  send(queue: ErrandQueue, errand: Errand, on?: SqlExecutor): Promise<void>;
  work(queue: ErrandQueue, work: ErrandWork): Promise<EngineWorker>;
}
