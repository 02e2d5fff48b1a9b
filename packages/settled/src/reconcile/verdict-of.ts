import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { ReconciliationDecision } from "../catalog/reconciliation-decision.ts";
import type { CheckTally } from "../ports/check-log.ts";
import { type ArtifactRef, asArtifactRef } from "../run/artifact-ref.ts";
import type { OperationRun, RunOutcome, RunSummary } from "../run/operation-run.ts";
import type { LibraryReason } from "../run/reason.ts";
import type { Conclusion } from "../run/conclusion.ts";
import { OPERATOR, type ReconciliationTrigger } from "../run/reconciliation-record.ts";
import type { Asked } from "./ask-adapter.ts";
import { foundMore } from "./truth-window.ts";

/** What is to become of a run that was judged. */
export type Verdict =
  | {
      readonly kind: "settle";
      readonly conclusion: Conclusion;
      readonly summary: RunSummary | null;
      readonly candidates: readonly ArtifactRef[];
    }
  /** The truth is not known yet: ask again. */
  | { readonly kind: "ask_again"; readonly because: string; readonly afterMs: number }
  /** A second look that found nothing new. */
  | { readonly kind: "stands" };

export interface VerdictInput {
  readonly run: OperationRun;
  readonly operation: OperationDefinition;
  readonly trigger: ReconciliationTrigger;
  readonly asked: Asked;
  /** This question counted in: how often it was asked, and since when. */
  readonly tally: CheckTally;
  readonly decidedBy: string;
}

/** An adapter that throws or hangs is asked this often, with growing waits, before a person is. */
export const ADAPTER_FAULTS_MAX = 5;
const FIRST_WAIT_MS = 1_000;
const PROVEN: ReadonlySet<RunOutcome> = new Set(["succeeded", "partially_succeeded"]);
const WAIT_MAX_MS = 300_000;

/** Pure: what the truth's answer means for this run. */
export function verdictOf(input: VerdictInput): Verdict {
  const { asked, operation, tally } = input;
  switch (asked.kind) {
    case "no_adapter":
      return settleByCertainty(input);
    case "fault":
      if (asked.reason !== "adapter_invalid" && tally.tries < ADAPTER_FAULTS_MAX) {
        const afterMs = Math.min(FIRST_WAIT_MS * 2 ** (tally.tries - 1), WAIT_MAX_MS);
        return { kind: "ask_again", because: asked.reason, afterMs };
      }
      return unlessSettled(input, settle(input, asked.adapter, "attention_required", asked.reason));
    case "decided":
      if (asked.decision.decision !== "undecided") return settleByDecision(input, asked);
      if (tally.sinceMs < operation.timeouts.decideWithinMs) {
        const { reason, checkAgainAfterMs } = asked.decision;
        const leftMs = operation.timeouts.decideWithinMs - tally.sinceMs;
        return { kind: "ask_again", because: reason, afterMs: Math.min(checkAgainAfterMs, leftMs) };
      }
      return unlessSettled(
        input,
        settle(input, asked.adapter, "attention_required", "undecided_too_long", asked.decision),
      );
  }
}

/** Without an adapter only what is certain settles a run: a handler that never began produced nothing. */
function settleByCertainty(input: VerdictInput): Verdict {
  const { run } = input;
  if (run.status === "completed") return { kind: "stands" };
  return run.attempt === 0
    ? settle(input, "none", "failed", "never_started")
    : settle(input, "none", "attention_required", "no_adapter");
}

function settleByDecision(
  input: VerdictInput,
  asked: Extract<Asked, { kind: "decided" }>,
): Verdict {
  const { decision } = asked;
  if (decision.decision === "undecided") return { kind: "stands" };
  const { run } = input;
  const cancelled = decision.decision === "failed" && run.cancelRequestedAt !== null;
  const outcome: RunOutcome = cancelled ? "cancelled" : decision.decision;
  const reason = cancelled ? "cancelled_on_request" : specificReason(input, decision);
  return unlessKnown(input, settle(input, asked.adapter, outcome, reason, decision));
}

/** "Never started", "went silent" and "failed" are different stories of having produced nothing. */
function specificReason(input: VerdictInput, decision: ReconciliationDecision): string {
  if (decision.reason !== "nothing_produced") return decision.reason;
  if (input.run.attempt === 0) return "never_started";
  const stories: Partial<Record<ReconciliationTrigger, LibraryReason>> = {
    went_silent: "went_silent",
    time_limit: "time_limit_passed",
    job_failed: "handler_failed",
  };
  return stories[input.trigger] ?? decision.reason;
}

/** A truth that could not be heard found nothing: what was established before stands. */
function unlessSettled(input: VerdictInput, verdict: Verdict): Verdict {
  return input.run.outcome === null ? verdict : { kind: "stands" };
}

function unlessKnown(input: VerdictInput, verdict: Verdict): Verdict {
  const { outcome, context } = input.run;
  if (outcome === null || verdict.kind !== "settle") return verdict;
  const isProven = PROVEN.has(verdict.conclusion.decision);
  // What a person decided is turned by an artifact, not by another doubt.
  if (context.reconciliation?.adapter === OPERATOR && !isProven) return { kind: "stands" };
  return foundMore(outcome, verdict.conclusion.decision) ? verdict : { kind: "stands" };
}

function settle(
  input: VerdictInput,
  adapter: string,
  outcome: RunOutcome,
  reason: string,
  decision?: ReconciliationDecision,
): Verdict {
  const related = decision !== undefined && "related" in decision ? decision.related : undefined;
  const candidates = decision !== undefined && "candidates" in decision ? decision.candidates : [];
  return {
    kind: "settle",
    conclusion: {
      adapter,
      decision: outcome,
      reason,
      trigger: input.trigger,
      related: related === undefined ? null : asArtifactRef(related),
      checks: decision?.checks ?? [],
      decidedBy: input.decidedBy,
    },
    summary: decision?.summary ?? null,
    candidates: (candidates ?? []).map((ref) => asArtifactRef(ref)),
  };
}
