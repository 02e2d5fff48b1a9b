import type { RunWriter } from "../../ports/run-writer.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { RunLedger } from "./run-ledger.ts";
import { copyOfRun } from "./stored-copy.ts";
import type { WorkerLeaseBook } from "./worker-leases.ts";
import { laterBy } from "./write-attempts.ts";
import { applyChange, type Change } from "./write-run.ts";

type SweepWrites = Pick<RunWriter, "claimDueRuns" | "endDeadLeases">;

interface SweepRunsOptions {
  readonly ledger: RunLedger;
  readonly leases: WorkerLeaseBook;
  readonly now: () => Date;
}

/** Writes over many runs. What a transaction under way has written is left for the next sweep. */
export function sweepRuns({ ledger, leases, now }: SweepRunsOptions): SweepWrites {
  function change(runs: readonly OperationRun[], changeOf: (at: Date) => Change): OperationRun[] {
    const at = now();
    return runs.flatMap((run) => {
      const changed = applyChange(run, changeOf(at), at);
      if (changed === null) return [];
      ledger.put(changed.run, changed.event, null);
      return [copyOfRun(changed.run)];
    });
  }

  const isFree = (run: OperationRun) => ledger.holderOf(run.id, null) === null;
  const runsThat = (wanted: (run: OperationRun) => boolean) =>
    [...ledger.runs.values()].filter(wanted);

  return {
    async claimDueRuns({ operationTypes, limit, leaseMs }) {
      const at = now();
      const due = runsThat((run) => isDue(run, at) && operationTypes.includes(run.operationType))
        .filter(isFree)
        .sort(longestDueFirst)
        .slice(0, limit);
      return change(due, (at) => ({ fields: { dueAt: laterBy(at, leaseMs) }, event: null }));
    },

    async endDeadLeases(actor) {
      const counts = { workers: 0, runs: 0 };
      for (const owner of leases.expired()) {
        const owned = runsThat((run) => run.status === "running" && run.ownerId === owner);
        if (!owned.every(isFree)) continue;
        leases.close(owner);
        change(owned, (at) => ({
          fields: { dueAt: at },
          event: { kind: "went_silent", actor, detail: { owner_id: owner } },
        }));
        counts.workers += 1;
        counts.runs += owned.length;
      }
      return counts;
    },
  };
}

function isDue(run: OperationRun, at: Date): boolean {
  return run.dueAt !== null && run.dueAt <= at;
}

function longestDueFirst(a: OperationRun, b: OperationRun): number {
  return (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0);
}
