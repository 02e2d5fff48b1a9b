import type { TruthReader } from "../catalog/truth-reader.ts";
import type { RunScope } from "../run/scope.ts";

/** Opens the business truth for one scope: read-only, row-level secured, with a time limit. */
export interface TruthSource {
  /** Rejects with `truth_violated` if `look` tried to leave its limits, `truth_timed_out` if it took too long. */
  withTruth<Result>(
    scope: RunScope,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
    look: (truth: TruthReader) => Promise<Result>,
  ): Promise<Result>;
}
