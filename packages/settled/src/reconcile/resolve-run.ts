import { lacksArtifact } from "../catalog/lacks-artifact.ts";
import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import type { Actor } from "../run/actor.ts";
import type { ArtifactRef } from "../run/artifact-ref.ts";
import { type BulkPart, bulkPartDetail } from "../run/bulk-part.ts";
import { givenReason } from "../run/given-reason.ts";
import { mayTurn } from "../run/legal-moves.ts";
import type { OperationRun, RunOutcome } from "../run/operation-run.ts";
import { OPERATOR } from "../run/reconciliation-record.ts";
import { type RunId, sameScope, type WorkspaceId } from "../run/scope.ts";
import { nextLookAfterMs } from "./truth-window.ts";

const LOOK_TIMEOUT_MS = 5_000;

export interface ResolveOptions {
  readonly reader: RunReader;
  readonly lifecycle: RunLifecycle;
  readonly truth: TruthSource;
  readonly catalog: OperationCatalog;
}

export interface ResolveInput {
  readonly workspaceId: WorkspaceId;
  readonly id: RunId;
  readonly outcome: RunOutcome;
  readonly related: ArtifactRef | null;
  /** Why the person knows; kept in the record. */
  readonly because: string;
  readonly actor: Actor;
  /** The action on many runs that this belongs to; kept in the event. */
  readonly partOf?: BulkPart;
  /** Refuses any other version than the one that the person has seen. */
  readonly expectedVersion?: number;
}

export type ResolveAnswer =
  | { readonly kind: "resolved"; readonly run: OperationRun }
  | {
      readonly kind: "refused";
      readonly because:
        | "unknown_run"
        | "stale"
        | "final"
        | "owner_may_live"
        | "artifact_not_named"
        | "artifact_not_found"
        | "busy";
    };

/** A person settles a run: stored as a reconciliation with the adapter `operator`, the actor and the reason. */
export async function resolveRun(
  options: ResolveOptions,
  input: ResolveInput,
): Promise<ResolveAnswer> {
  const run = await options.reader.findRun(input.workspaceId, input.id);
  if (run === null) return { kind: "refused", because: "unknown_run" };
  const { expectedVersion } = input;
  if (expectedVersion !== undefined && run.version !== expectedVersion) {
    return { kind: "refused", because: "stale" };
  }
  if (run.status === "completed" && !mayTurn(run.outcome, input.outcome)) {
    return { kind: "refused", because: "final" };
  }
  if (await options.reader.ownerMayLive(run)) return { kind: "refused", because: "owner_may_live" };
  const operation = options.catalog.find(run.operationType);
  // A success is final: it is never believed without what proves it.
  if (operation !== null && lacksArtifact(operation, input)) {
    return { kind: "refused", because: "artifact_not_named" };
  }
  if (input.related !== null && !(await isInScope(options, run, input.related))) {
    return { kind: "refused", because: "artifact_not_found" };
  }
  const answer = await options.lifecycle.reconcile(
    run,
    {
      adapter: OPERATOR,
      decision: input.outcome,
      reason: "resolved_by_operator",
      trigger: "operator",
      related: input.related,
      checks: [{ check: "a_person_decided", passed: true, detail: input.because }],
      decidedBy: input.actor.name,
    },
    {
      summary: null,
      detail: { ...givenReason(input.because), ...bulkPartDetail(input.partOf) },
      dueAfterMs: secondLookAfterMs(run, input.outcome),
      actor: input.actor,
    },
  );
  if (answer.kind === "refused") {
    return { kind: "refused", because: expectedVersion === undefined ? "busy" : "stale" };
  }
  return { kind: "resolved", run: answer.run };
}

/** A person knows much, but not what a lost worker may still bring about. */
function secondLookAfterMs(run: OperationRun, outcome: RunOutcome): number | null {
  return outcome === "succeeded" || run.attempt === 0 ? null : nextLookAfterMs(0);
}

/** A person may choose, but only what stands in the run's own workspace and environment. */
async function isInScope(
  { truth, catalog }: ResolveOptions,
  run: OperationRun,
  related: ArtifactRef,
): Promise<boolean> {
  const artifact = catalog.findArtifact(related.type);
  if (artifact === null) return false;
  const facts = await truth.withTruth(run, { timeoutMs: LOOK_TIMEOUT_MS }, (reader) =>
    artifact.find(reader, related.id),
  );
  return facts !== null && sameScope(facts, run);
}
