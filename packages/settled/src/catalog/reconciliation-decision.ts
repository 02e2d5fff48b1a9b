import type { ArtifactRef } from "../run/artifact-ref.ts";
import type { RunSummary } from "../run/operation-run.ts";
import type { ReconciliationCheck } from "../run/reconciliation-record.ts";

/** How an adapter knows that the artifact answers this run; the library reads scope and content again. */
export interface ArtifactProof {
  readonly madeBy: "this_run" | "same_identity";
  readonly inScope: boolean;
  readonly complete: boolean;
}

interface Reasoned {
  /** A reason code that the operation's copy explains. */
  readonly reason: string;
  readonly checks: readonly ReconciliationCheck[];
  readonly summary?: RunSummary;
}

/** What an adapter concluded. `undecided` is never stored as an outcome. */
export type ReconciliationDecision =
  | (Reasoned & {
      readonly decision: "succeeded" | "partially_succeeded";
      readonly related: ArtifactRef;
      readonly proof: ArtifactProof;
    })
  | (Reasoned & {
      readonly decision: "attention_required";
      readonly related?: ArtifactRef;
      /** Kept for privileged readers; never a pick. */
      readonly candidates?: readonly ArtifactRef[];
    })
  | (Reasoned & { readonly decision: "blocked"; readonly related?: ArtifactRef })
  | (Reasoned & { readonly decision: "failed" | "cancelled" })
  | (Reasoned & { readonly decision: "undecided"; readonly checkAgainAfterMs: number });
