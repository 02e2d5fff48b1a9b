import type { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { Actor } from "../run/actor.ts";
import type { ArtifactRef } from "../run/artifact-ref.ts";
import { mayTurn } from "../run/legal-moves.ts";
import type { OperationRun, RunOutcome } from "../run/operation-run.ts";
import type { RunId, WorkspaceId } from "../run/scope.ts";

export interface ResolveInput {
  readonly workspaceId: WorkspaceId;
  readonly id: RunId;
  readonly outcome: RunOutcome;
  readonly related: ArtifactRef | null;
  /** Why the person knows; kept in the record. */
  readonly because: string;
  readonly actor: Actor;
}

export type ResolveAnswer =
  | { readonly kind: "resolved"; readonly run: OperationRun }
  | {
      readonly kind: "refused";
      readonly because: "unknown_run" | "final" | "owner_may_live" | "busy";
    };

/** A person settles a run: stored as a reconciliation with the adapter `operator`, the actor and the reason. */
export async function resolveRun(
  options: { readonly reader: RunReader; readonly lifecycle: RunLifecycle },
  input: ResolveInput,
): Promise<ResolveAnswer> {
  const run = await options.reader.findRun(input.workspaceId, input.id);
  if (run === null) return { kind: "refused", because: "unknown_run" };
  if (run.status === "completed" && !mayTurn(run.outcome, input.outcome)) {
    return { kind: "refused", because: "final" };
  }
  if (await options.reader.ownerMayLive(run)) return { kind: "refused", because: "owner_may_live" };
  const answer = await options.lifecycle.reconcile(
    run,
    {
      adapter: "operator",
      decision: input.outcome,
      reason: "resolved_by_operator",
      trigger: "operator",
      related: input.related,
      checks: [{ check: "a_person_decided", passed: true, detail: input.because }],
      decidedBy: input.actor.name,
    },
    { summary: null, detail: { because: input.because }, dueAfterMs: null, actor: input.actor },
  );
  if (answer.kind === "refused") return { kind: "refused", because: "busy" };
  return { kind: "resolved", run: answer.run };
}
