import type { BulkAction } from "../../bulk/bulk-order.ts";
import type { BulkPreviewJson, RunListFilter } from "../../client/answers.ts";
import type { ArtifactRef } from "../../run/artifact-ref.ts";
import type { RunOutcome } from "../../run/operation-run.ts";
import type { RunId } from "../../run/scope.ts";

/** What is to be done to which runs, and why. */
export interface ManyOrder {
  readonly action: BulkAction;
  readonly reason: string | null;
  /** For resolve: how they ended, and the artifact that proves it. */
  readonly settlement: {
    readonly outcome: RunOutcome;
    readonly related: ArtifactRef | null;
  } | null;
  readonly selection:
    | { readonly kind: "ids"; readonly ids: readonly RunId[] }
    | { readonly kind: "filter"; readonly filter: RunListFilter };
}

/** What would become of the runs; nothing was done. */
export interface ManyForetold {
  readonly action: BulkAction;
  readonly dry_run: true;
  readonly targets: number;
  readonly will_be_taken: number;
  readonly verdicts: BulkPreviewJson["verdicts"];
}
