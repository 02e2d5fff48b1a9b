import type { SqlExecutor } from "../../ports/sql-executor.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { RunEvent } from "../../run/run-event.ts";
import type { RunId } from "../../run/scope.ts";
import { SettledError } from "../../run/settled-error.ts";

export type UnnumberedEvent = Omit<RunEvent, "sequence">;

/** A transaction under way: it alone sees what it wrote, and who wants to write the same run waits for it. */
export interface OpenTransaction {
  readonly runs: Map<RunId, OperationRun>;
  readonly events: UnnumberedEvent[];
  readonly ended: Promise<void>;
}

/** The committed runs and events, and the transactions under way. Knows no rule of the life cycle. */
export interface RunLedger {
  readonly runs: ReadonlyMap<RunId, OperationRun>;
  readonly events: readonly RunEvent[];
  /** The next place in the log, which other records than events take, too. */
  nextSequence(): string;
  /** The transaction that the executor belongs to; refuses an executor that is not of an open one. */
  join(on: SqlExecutor | undefined): OpenTransaction | null;
  others(own: OpenTransaction | null): readonly OpenTransaction[];
  /** Who else has written the run and has not ended. */
  holderOf(id: RunId, own: OpenTransaction | null): OpenTransaction | null;
  find(id: RunId, own: OpenTransaction | null): OperationRun | null;
  /** The run and its event in one step. */
  put(run: OperationRun, event: UnnumberedEvent | null, own: OpenTransaction | null): void;
  transaction<Result>(work: (tx: SqlExecutor) => Promise<Result>): Promise<Result>;
  /** Calls back at each event that is committed, until the answer is called. */
  onAppend(listen: () => void): () => void;
}

export function createRunLedger(): RunLedger {
  const runs = new Map<RunId, OperationRun>();
  const events: RunEvent[] = [];
  const open = new Map<SqlExecutor, OpenTransaction>();
  const listeners = new Set<() => void>();

  let sequence = 0;
  function nextSequence(): string {
    sequence += 1;
    return String(sequence);
  }
  function append(event: UnnumberedEvent): void {
    events.push({ ...event, sequence: nextSequence() });
    for (const listen of listeners) listen();
  }

  const ledger: RunLedger = {
    runs,
    events,
    nextSequence,
    join(on) {
      if (on === undefined) return null;
      const own = open.get(on);
      if (own !== undefined) return own;
      throw new SettledError(
        "invalid_configuration",
        "The memory store joins only its own open transactions.",
      );
    },
    others: (own) => [...open.values()].filter((transaction) => transaction !== own),
    holderOf: (id, own) =>
      ledger.others(own).find((transaction) => transaction.runs.has(id)) ?? null,
    find: (id, own) => own?.runs.get(id) ?? runs.get(id) ?? null,
    put(run, event, own) {
      (own?.runs ?? runs).set(run.id, run);
      if (event === null) return;
      if (own === null) append(event);
      else own.events.push(event);
    },
    onAppend(listen) {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    async transaction(work) {
      const tx: SqlExecutor = { executeSql: () => Promise.reject(noSql()) };
      const ended = Promise.withResolvers<void>();
      const own: OpenTransaction = { runs: new Map(), events: [], ended: ended.promise };
      open.set(tx, own);
      try {
        const result = await work(tx);
        for (const [id, run] of own.runs) runs.set(id, run);
        own.events.forEach(append);
        return result;
      } finally {
        open.delete(tx);
        ended.resolve();
      }
    },
  };
  return ledger;
}

function noSql(): SettledError {
  return new SettledError("invalid_configuration", "The memory store has no SQL to execute.");
}
