import type { AuditLog } from "../ports/audit-log.ts";
import type { AuditReader } from "../ports/audit-reader.ts";
import type { CheckLog } from "../ports/check-log.ts";
import type { EventTail } from "../ports/event-tail.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { RunWriter } from "../ports/run-writer.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import type { ManualClock } from "./manual-clock.ts";
import { createMemoryAudit } from "./memory-run-store/memory-audit.ts";
import { createInsertRun } from "./memory-run-store/insert-memory-run.ts";
import { createMemoryCheckLog } from "./memory-run-store/memory-check-log.ts";
import { createMemoryEventTail } from "./memory-run-store/memory-event-tail.ts";
import { createMemoryRunReader } from "./memory-run-store/memory-run-reader.ts";
import { createRunLedger } from "./memory-run-store/run-ledger.ts";
import { sweepRuns } from "./memory-run-store/sweep-runs.ts";
import { createWorkerLeaseBook, type WorkerLeases } from "./memory-run-store/worker-leases.ts";
import { writeAttempts } from "./memory-run-store/write-attempts.ts";
import { writeDecisions } from "./memory-run-store/write-decisions.ts";
import { createWriteRun } from "./memory-run-store/write-run.ts";

export interface MemoryRunStore
  extends RunReader, RunWriter, CheckLog, AuditReader, AuditLog, TransactionRunner, WorkerLeases {
  readonly tail: EventTail;
}

/**
 * A store without a database that keeps every rule of the PostgreSQL store, for tests. Time stands where its clock
 * stands. Its transactions isolate, commit and roll back runs and events; they refuse to execute SQL.
 */
export function createMemoryRunStore(options: {
  readonly clock: Pick<ManualClock, "now">;
}): MemoryRunStore {
  const now = () => options.clock.now();
  const ledger = createRunLedger();
  const leases = createWorkerLeaseBook();
  const write = createWriteRun(ledger, now);
  return {
    ...createMemoryRunReader(ledger, leases),
    insertRun: createInsertRun(ledger, now),
    ...writeAttempts(write, leases),
    ...writeDecisions(write),
    ...sweepRuns({ ledger, leases, now }),
    ...createMemoryCheckLog({ now }),
    tail: createMemoryEventTail(ledger),
    ...createMemoryAudit(ledger, now),
    transaction: (work) => ledger.transaction(work),
    addLease: (id) => leases.addLease(id),
    expireLease: (id) => leases.expireLease(id),
    endLease: (id) => leases.endLease(id),
    leaseIsLive: (id) => leases.leaseIsLive(id),
  };
}
