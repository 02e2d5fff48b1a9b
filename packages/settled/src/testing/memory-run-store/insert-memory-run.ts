import type { NewRun, RunWriter } from "../../ports/run-writer.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import { sameScope } from "../../run/scope.ts";
import { SettledError } from "../../run/settled-error.ts";
import { bearsIdentity } from "./memory-run-reader.ts";
import type { OpenTransaction, RunLedger } from "./run-ledger.ts";
import { asStoredRun, copyOfRun } from "./stored-copy.ts";
import { laterBy } from "./write-attempts.ts";
import { asUnnumberedEvent } from "./write-run.ts";

/** Inserts a queued run unless an active one has the same identity: then that one is the answer. */
export function createInsertRun(ledger: RunLedger, now: () => Date): RunWriter["insertRun"] {
  return async (given, actor, on) => {
    const own = ledger.join(on);
    let rival = rivalOf(ledger, given, own);
    while (rival !== null) {
      await rival.ended;
      rival = rivalOf(ledger, given, own);
    }
    // Our own run stands already: an earlier try was stored although its answer was lost.
    const same = ledger.find(given.id, own);
    if (same !== null) return { kind: "created", run: copyOfRun(ofWorkspace(same, given)) };
    const winner = winnerOf(ledger, given, own);
    if (winner !== null) return { kind: "joined", run: copyOfRun(winner) };
    const at = now();
    const run = asStoredRun(asQueuedRun(given, at));
    const created = { kind: "created", actor, detail: given.detail ?? {} } as const;
    ledger.put(run, asUnnumberedEvent(created, null, run, at), own);
    return { kind: "created", run: copyOfRun(run) };
  };
}

/** Another transaction whose end decides whether the identity is free. */
function rivalOf(ledger: RunLedger, given: NewRun, own: OpenTransaction | null) {
  const isOfIdentity = (run: OperationRun) =>
    run.id === given.id ||
    (sameScope(run, given) &&
      run.operationType === given.operationType &&
      run.identityKey === given.identityKey);
  return (
    ledger.others(own).find((transaction) => [...transaction.runs.values()].some(isOfIdentity)) ??
    null
  );
}

function winnerOf(
  ledger: RunLedger,
  given: NewRun,
  own: OpenTransaction | null,
): OperationRun | null {
  const ids = new Set([...ledger.runs.keys(), ...(own?.runs.keys() ?? [])]);
  for (const id of ids) {
    const run = ledger.find(id, own);
    if (run !== null && bearsIdentity(run, given)) return run;
  }
  return null;
}

function ofWorkspace(run: OperationRun, given: NewRun): OperationRun {
  if (run.workspaceId === given.workspaceId) return run;
  throw new SettledError("write_conflict", "The run id is taken.");
}

function asQueuedRun(given: NewRun, at: Date): OperationRun {
  return {
    id: given.id,
    workspaceId: given.workspaceId,
    environmentId: given.environmentId,
    operationType: given.operationType,
    identityKey: given.identityKey,
    status: "queued",
    outcome: null,
    attempt: 0,
    version: 1,
    ownerId: null,
    initiator: given.initiator,
    input: given.input,
    context: given.context,
    summary: {},
    progress: null,
    failure: null,
    createdAt: at,
    queuedAt: at,
    startedAt: null,
    completedAt: null,
    dueAt: laterBy(at, given.dueAfterMs),
    cancelRequestedAt: null,
    rerunOf: given.rerunOf,
  };
}
