import {
  type ListRunsInput,
  PAGE_SIZE_MAX,
  type RunFilter,
  type RunReader,
} from "../../ports/run-reader.ts";
import { isActive, type OperationRun } from "../../run/operation-run.ts";
import { reasonOf } from "../../run/run-context.ts";
import type { RunEvent } from "../../run/run-event.ts";
import { type RunId, type RunScope, sameScope } from "../../run/scope.ts";
import type { RunLedger } from "./run-ledger.ts";
import { copyOfEvent, copyOfRun } from "./stored-copy.ts";
import type { WorkerLeases } from "./worker-leases.ts";

/** Reads what is committed; what a transaction has written is not seen before it ends. */
export function createMemoryRunReader(ledger: RunLedger, leases: WorkerLeases): RunReader {
  const find = (id: RunId): OperationRun | null => {
    const run = ledger.runs.get(id);
    return run === undefined ? null : copyOfRun(run);
  };
  return {
    async findRun(workspaceId, id) {
      const run = find(id);
      return run?.workspaceId === workspaceId ? run : null;
    },
    async findCorrelatedRun(id) {
      return find(id);
    },
    async findActiveRun(scope, operationType, identityKey) {
      const found = [...ledger.runs.values()].find((run) =>
        bearsIdentity(run, { ...scope, operationType, identityKey }),
      );
      return found === undefined ? null : copyOfRun(found);
    },
    async listRuns(input) {
      return pageOf(ledger, input);
    },
    async listEvents({ workspaceId, runId, afterSequence, limit }) {
      const after = BigInt(afterSequence);
      return ledger.events
        .filter((event) => event.workspaceId === workspaceId && event.runId === runId)
        .filter((event) => BigInt(event.sequence) > after)
        .slice(0, within(limit))
        .map((event) => copyOfEvent(event));
    },
    async lastEventKind({ workspaceId, id }) {
      const isOfRun = (event: RunEvent) => event.workspaceId === workspaceId && event.runId === id;
      return ledger.events.findLast(isOfRun)?.kind ?? null;
    },
    async listOwnedRuns(ownerId) {
      return [...ledger.runs.values()]
        .filter((run) => run.ownerId === ownerId)
        .map(({ workspaceId, id, attempt, cancelRequestedAt }) => ({
          workspaceId,
          id,
          attempt,
          cancelRequested: cancelRequestedAt !== null,
        }));
    },
    async ownerMayLive(run) {
      return run.ownerId !== null && leases.leaseIsLive(run.ownerId);
    },
  };
}

/** Whether the run is the active one of this identity. */
export function bearsIdentity(
  run: OperationRun,
  identity: RunScope & { readonly operationType: string; readonly identityKey: string },
): boolean {
  return (
    isActive(run) &&
    sameScope(run, identity) &&
    run.operationType === identity.operationType &&
    run.identityKey === identity.identityKey
  );
}

function pageOf(ledger: RunLedger, { workspaceId, filter, after, limit }: ListRunsInput) {
  const size = within(limit);
  const rest = [...ledger.runs.values()]
    .filter((run) => run.workspaceId === workspaceId && matches(run, filter))
    .sort(newestFirst)
    .filter((run) => after === null || newestFirst(after, run) < 0);
  const runs = rest.slice(0, size).map((run) => copyOfRun(run));
  const last = runs.at(-1);
  const next =
    last === undefined || rest.length <= size ? null : { createdAt: last.createdAt, id: last.id };
  return { runs, next };
}

type Place = Pick<OperationRun, "createdAt" | "id">;

function newestFirst(a: Place, b: Place): number {
  const byTime = b.createdAt.getTime() - a.createdAt.getTime();
  if (byTime !== 0) return byTime;
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1;
}

function matches(run: OperationRun, filter: RunFilter): boolean {
  return (
    isOneOf(filter.status, run.status) &&
    isOneOf(filter.outcome, run.outcome) &&
    isOneOf(filter.operationType, run.operationType) &&
    isOneOf(filter.environmentId, run.environmentId) &&
    isOneOf(filter.reason, reasonOf(run.context)) &&
    (filter.initiatorId === undefined || run.initiator.id === filter.initiatorId) &&
    (filter.since === undefined || run.createdAt >= filter.since) &&
    (filter.until === undefined || run.createdAt < filter.until)
  );
}

function isOneOf<Value>(wanted: readonly Value[] | undefined, value: Value | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value));
}

function within(limit: number): number {
  return Math.min(Math.max(limit, 1), PAGE_SIZE_MAX);
}
