import {
  FOUND_RUNS_MAX,
  type ListRunsInput,
  PAGE_SIZE_MAX,
  type RunFilter,
  type RunReader,
} from "../../ports/run-reader.ts";
import { isActive, needsPerson, type OperationRun } from "../../run/operation-run.ts";
import { reasonOf, relatedOf } from "../../run/run-context.ts";
import type { RunEvent } from "../../run/run-event.ts";
import { type RunId, type RunScope, sameScope, type WorkspaceId } from "../../run/scope.ts";
import { searchWordsOf } from "../../run/search-words.ts";
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
    async countRuns({ workspaceId, filter, atMost }) {
      const runs = runsOf(ledger, workspaceId, filter)
        .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
        .slice(0, atMost);
      return { count: runs.length, oldest: runs.at(-1)?.createdAt ?? null };
    },
    async findRuns(workspaceId, ids) {
      return ids.slice(0, FOUND_RUNS_MAX).flatMap((id) => {
        const run = find(id);
        return run?.workspaceId === workspaceId ? [run] : [];
      });
    },
    async listBulkMarks({ workspaceId, bulkRunId }) {
      return ledger.events
        .filter((event) => event.workspaceId === workspaceId)
        .filter(({ detail }) => detail["bulk_run_id"] === bulkRunId)
        .map(({ detail, runId }) => ({ targetId: detail["bulk_target_id"] as RunId, runId }));
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
  const rest = runsOf(ledger, workspaceId, filter)
    .sort(newestFirst)
    .filter((run) => after === null || newestFirst(after, run) < 0);
  const runs = rest.slice(0, size).map((run) => copyOfRun(run));
  const last = runs.at(-1);
  const next =
    last === undefined || rest.length <= size ? null : { createdAt: last.createdAt, id: last.id };
  return { runs, next };
}

function runsOf(ledger: RunLedger, workspaceId: WorkspaceId, filter: RunFilter): OperationRun[] {
  return [...ledger.runs.values()].filter(
    (run) => run.workspaceId === workspaceId && matches(run, filter),
  );
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
    (filter.until === undefined || run.createdAt < filter.until) &&
    (filter.search === undefined || isFoundBy(run, filter.search)) &&
    isAsAsked(filter.reconciled, run.context.reconciliation !== undefined) &&
    isAsAsked(filter.needsPerson, needsPerson(run.outcome))
  );
}

function isOneOf<Value>(wanted: readonly Value[] | undefined, value: Value | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value));
}

function isAsAsked(wanted: boolean | undefined, is: boolean): boolean {
  return wanted === undefined || wanted === is;
}

function isFoundBy(
  { id, operationType, environmentId, initiator, context }: OperationRun,
  search: string,
): boolean {
  const texts = [
    id,
    operationType,
    environmentId,
    initiator.name,
    reasonOf(context),
    relatedOf(context)?.id,
  ];
  const words = texts.flatMap((text) => searchWordsOf(text ?? ""));
  const sought = searchWordsOf(search);
  return sought.length > 0 && sought.every((one) => words.some((word) => word.startsWith(one)));
}

function within(limit: number): number {
  return Math.min(Math.max(limit, 1), PAGE_SIZE_MAX);
}
