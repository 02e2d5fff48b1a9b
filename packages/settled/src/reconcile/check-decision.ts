import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { ReconciliationDecision } from "../catalog/reconciliation-decision.ts";
import { isArtifactRef } from "../run/artifact-ref.ts";
import { isRunOutcome } from "../run/operation-run.ts";
import { LIBRARY_REASONS } from "../run/reason.ts";

const CHECK_AGAIN_MS_MAX = 3_600_000;
/** Each is read again to see whose it is. */
const CANDIDATES_MAX = 50;

/** An adapter's answer is data: null unless it has the shape of a decision that the operation's copy explains. */
export function checkDecision(
  operation: OperationDefinition,
  answer: unknown,
): ReconciliationDecision | null {
  const read = readOnce(answer);
  if (read === null) return null;
  if (!isKnownReason(operation, read["reason"]) || !areChecks(read["checks"])) return null;
  if (!isSummary(read["summary"])) return null;
  if (read["decision"] === "undecided") {
    return isWait(read["checkAgainAfterMs"]) ? (read as unknown as ReconciliationDecision) : null;
  }
  if (!isRunOutcome(read["decision"])) return null;
  if (read["related"] !== undefined && !isArtifactRef(read["related"])) return null;
  const claims = read["decision"] === "succeeded" || read["decision"] === "partially_succeeded";
  if (claims && (read["related"] === undefined || !isProof(read["proof"]))) return null;
  const candidates = read["candidates"];
  if (candidates !== undefined && !(Array.isArray(candidates) && candidates.every(isArtifactRef))) {
    return null;
  }
  return read as unknown as ReconciliationDecision;
}

const LINKING = new Set(["succeeded", "partially_succeeded", "blocked", "attention_required"]);

/** A copy that cannot change while it is judged, without links that its decision has no use for. */
function readOnce(answer: unknown): Record<string, unknown> | null {
  if (typeof answer !== "object" || answer === null) return null;
  try {
    const { related, candidates, ...rest } = structuredClone(answer) as Record<string, unknown>;
    const links = typeof rest["decision"] === "string" && LINKING.has(rest["decision"]);
    return {
      ...rest,
      ...(links && related !== undefined ? { related } : {}),
      ...(rest["decision"] === "attention_required" && candidates !== undefined
        ? { candidates: firstOf(candidates) }
        : {}),
    };
  } catch {
    return null;
  }
}

function firstOf(candidates: unknown): unknown {
  return Array.isArray(candidates) ? candidates.slice(0, CANDIDATES_MAX) : candidates;
}

function isKnownReason(operation: OperationDefinition, reason: unknown): boolean {
  if (typeof reason !== "string") return false;
  return Object.hasOwn(operation.copy.reasons, reason) || LIBRARY_REASONS.includes(reason as never);
}

function areChecks(checks: unknown): boolean {
  return (
    Array.isArray(checks) &&
    checks.every((entry: unknown) => {
      if (typeof entry !== "object" || entry === null) return false;
      const { check, passed, detail } = entry as Record<string, unknown>;
      return typeof check === "string" && typeof passed === "boolean" && typeof detail === "string";
    })
  );
}

function isSummary(summary: unknown): boolean {
  if (summary === undefined) return true;
  return (
    typeof summary === "object" &&
    summary !== null &&
    Object.values(summary).every((count) => typeof count === "number")
  );
}

function isProof(proof: unknown): boolean {
  if (typeof proof !== "object" || proof === null) return false;
  const { madeBy, inScope, complete } = proof as Record<string, unknown>;
  const maker = madeBy === "this_run" || madeBy === "same_identity";
  return maker && typeof inScope === "boolean" && typeof complete === "boolean";
}

function isWait(ms: unknown): boolean {
  return typeof ms === "number" && ms > 0 && ms <= CHECK_AGAIN_MS_MAX;
}
