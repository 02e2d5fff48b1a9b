import type { ArtifactDefinition, ArtifactFacts } from "../catalog/artifact-definition.ts";
import type { ReconciliationDecision } from "../catalog/reconciliation-decision.ts";
import type { TruthReader } from "../catalog/truth-reader.ts";
import { type ArtifactRef, asArtifactRef } from "../run/artifact-ref.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { LibraryReason } from "../run/reason.ts";
import type { ReconciliationCheck } from "../run/reconciliation-record.ts";
import { sameScope } from "../run/scope.ts";

/**
 * Holds a decision against what the library reads itself: the artifact is in the run's scope, was made by this run
 * or has the same identity, and is complete. A claim without all three becomes `attention_required`; candidates of
 * another scope are none.
 */
export async function proveDecision(
  run: OperationRun,
  decision: ReconciliationDecision,
  look: { readonly artifact: ArtifactDefinition | null; readonly truth: TruthReader },
): Promise<ReconciliationDecision> {
  const inScope = (ref: ArtifactRef) => factsInScope(run, ref, look);
  switch (decision.decision) {
    case "succeeded":
    case "partially_succeeded": {
      const facts = await inScope(decision.related);
      const checks = proofChecks(run, decision, facts);
      const failed = checks.find(({ passed }) => !passed);
      if (failed === undefined) return { ...decision, checks: [...decision.checks, ...checks] };
      return lowered(decision, checks, REASON_OF_CHECK[failed.check] ?? "unproven");
    }
    case "attention_required": {
      const found = await Promise.all(
        (decision.candidates ?? []).map(async (ref) =>
          (await inScope(ref)) === null ? [] : [ref],
        ),
      );
      return withProvenRelated({ ...decision, candidates: found.flat() }, inScope);
    }
    case "blocked":
      return withProvenRelated(decision, inScope);
    case "failed":
    case "cancelled":
    case "undecided":
      return decision;
  }
}

type Claim = Extract<ReconciliationDecision, { proof: unknown }>;

const REASON_OF_CHECK: Readonly<Record<string, LibraryReason>> = {
  artifact_in_scope: "out_of_scope",
  artifact_answers_this_run: "unproven",
  artifact_is_complete: "incomplete_artifact",
};

async function factsInScope(
  run: OperationRun,
  ref: ArtifactRef,
  look: { readonly artifact: ArtifactDefinition | null; readonly truth: TruthReader },
): Promise<ArtifactFacts | null> {
  const { type, id } = asArtifactRef(ref);
  if (look.artifact === null || look.artifact.type !== type) return null;
  const facts = await look.artifact.find(look.truth, id);
  return facts !== null && sameScope(facts, run) ? facts : null;
}

function proofChecks(
  run: OperationRun,
  claim: Claim,
  facts: ArtifactFacts | null,
): readonly ReconciliationCheck[] {
  const madeByThisRun = facts?.madeByRunId === run.id;
  const answers = madeByThisRun || (facts !== null && claim.proof.madeBy === "same_identity");
  return [
    {
      check: "artifact_in_scope",
      passed: facts !== null && claim.proof.inScope,
      detail: "Read again by Settled in the run's own workspace and environment.",
    },
    {
      check: "artifact_answers_this_run",
      passed: answers,
      detail: answerDetail(madeByThisRun, answers),
    },
    {
      check: "artifact_is_complete",
      passed: facts !== null && facts.complete && claim.proof.complete,
      detail: "Its content was checked, not merely found.",
    },
  ];
}

function answerDetail(madeByThisRun: boolean, answers: boolean): string {
  if (madeByThisRun) return "It was made by this run.";
  if (answers) return "It has the identity that this run asked for.";
  return "Nothing shows that it was made by this run or has the identity that was asked for.";
}

function lowered(
  claim: Claim,
  checks: readonly ReconciliationCheck[],
  reason: LibraryReason,
): ReconciliationDecision {
  return { decision: "attention_required", reason, checks: [...claim.checks, ...checks] };
}

async function withProvenRelated(
  decision: Extract<ReconciliationDecision, { decision: "blocked" | "attention_required" }>,
  inScope: (ref: ArtifactRef) => Promise<ArtifactFacts | null>,
): Promise<ReconciliationDecision> {
  if (decision.related === undefined || (await inScope(decision.related)) !== null) return decision;
  const detail =
    "The artifact that the adapter named is not in the run's workspace and environment.";
  return {
    decision: "attention_required",
    reason: "out_of_scope",
    checks: [...decision.checks, { check: "artifact_in_scope", passed: false, detail }],
  };
}
