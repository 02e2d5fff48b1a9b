import type { CheckLog } from "../../ports/check-log.ts";
import type { RunReader } from "../../ports/run-reader.ts";
import type { RunWriter } from "../../ports/run-writer.ts";
import type { TransactionRunner } from "../../ports/sql-executor.ts";

/** A store under examination. Nobody else writes to it while a case runs. */
export interface RunStoreWorld {
  readonly reader: RunReader;
  readonly writer: RunWriter;
  readonly checks: CheckLog;
  /** Opens a worker lease that lives until it is killed; a UUID. */
  newLease(): Promise<string>;
  /** The worker is dead: its lease has run out, and nobody has noticed yet. */
  killLease(id: string): Promise<void>;
  /**
   * Lets time pass for the store: moves its clock, or moves every stored due time, lease time and first check of
   * an open question that much back.
   */
  advance(ms: number): Promise<void>;
  /** Without it, what happens inside a caller's transaction is not examined. */
  readonly transaction?: TransactionRunner;
  close(): Promise<void>;
}

/** Cases by their names: what an operator may rely on. */
export type RunStoreCases = Readonly<Record<string, (world: RunStoreWorld) => Promise<void>>>;
