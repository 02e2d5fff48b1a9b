import type { ArtifactRef, ReconciliationCheck, ReconciliationDecision } from "settled";
import { countItems, plannedWrites, type RestoreCounts, summaryOf } from "./count-items.ts";
import type { JudgedItem } from "./item-judgement.ts";
import type { TruthReason } from "./judgement.ts";
import { RESTORE_ARTIFACT_TYPE } from "./restore-artifact-type.ts";
import type { RestoreEvidence } from "./restore-evidence.ts";
import { nameItems, restoreSentence } from "./restore-words.ts";

/** The ten rows, in their order: the first that matches decides. `attempt` is the run's. */
export function decideRestore(attempt: number, evidence: RestoreEvidence): ReconciliationDecision {
  const { restoreId, sealed, judged } = evidence;
  const stranger = strangeness(evidence);
  if (stranger !== null) return attention("scope_mismatch", [check("restore_is_ours", stranger)]);
  if (restoreId === null || (!sealed && evidence.attempts === 0)) {
    const none = check("plan_is_sealed", "No plan of this run was sealed, so nothing was sent.");
    return {
      decision: "failed",
      reason: attempt === 0 ? "never_started" : "not_planned",
      checks: [none],
    };
  }
  const related = { type: RESTORE_ARTIFACT_TYPE, id: restoreId };
  if (!sealed) {
    const changed = check(
      "plan_is_sealed",
      "The plan is not what was sealed before requests were sent.",
    );
    return attention("plan_not_intact", [changed], related);
  }
  const counts = countItems(judged);
  const told = { passed: counts.applied === counts.planned, detail: restoreSentence(judged) };
  const checks: ReconciliationCheck[] = [
    check("plan_is_sealed", "The items are those that were sealed.", true),
    { check: "items_are_written", ...told },
  ];
  const found = { related, summary: summaryOf(counts) };
  if (counts.conflicts > 0) return conflict(judged, { ...found, checks });
  if (counts.unknown > 0 && !evidence.pastDeadline) {
    const { checkAgainAfterMs } = evidence;
    return { decision: "undecided", reason: "not_verified_yet", checkAgainAfterMs, checks };
  }
  if (counts.unknown > 0) {
    return { ...attention("unverified", checks, related), summary: found.summary };
  }
  return decideByCounts(evidence, counts, { ...found, checks });
}

interface Found {
  readonly related: ArtifactRef;
  readonly summary: Readonly<Record<string, number>>;
  readonly checks: readonly ReconciliationCheck[];
}

function decideByCounts(
  { judged, environment }: RestoreEvidence,
  counts: RestoreCounts,
  found: Found,
): ReconciliationDecision {
  const proof = { madeBy: "this_run", inScope: true, complete: true } as const;
  const { planned, applied, partly, awaiting } = counts;
  if (applied === planned) {
    const reason = planned === 0 ? "nothing_to_write" : "restore_written";
    return { ...found, decision: "succeeded", reason, proof };
  }
  const rest = plannedWrites(judged).filter(({ judgement }) => judgement.truth !== "applied");
  const waiting = awaiting > 0 && onlyWaits(rest);
  if (waiting) return { ...found, decision: "blocked", reason: "awaiting_approval" };
  if (applied + partly > 0) {
    return { ...found, decision: "partially_succeeded", reason: partialReason(rest), proof };
  }
  // What no row names: some wait, others were not reached, none was written. The approval is what comes first.
  if (awaiting > 0) return { ...found, decision: "blocked", reason: "awaiting_approval" };
  const refused = refusedBy(rest);
  if (environment !== "active") {
    return { ...found, decision: "blocked", reason: "environment_suspended" };
  }
  if (refused !== null) return { ...found, decision: "blocked", reason: refused };
  const { related: _, ...without } = found;
  return { ...without, decision: "failed", reason: nothingReason(rest) };
}

function strangeness(evidence: RestoreEvidence): string | null {
  if (evidence.elsewhere) return "A restore of another environment bears this run.";
  switch (evidence.identity) {
    case "other":
      return "The provider is another one now than the one that was written to.";
    case "unproven":
    case "not_pinned":
      return "The provider no longer proves that it is the one that was written to.";
    case "proven":
    case "unreachable":
    case "not_asked":
      return null;
  }
}

function conflict(judged: readonly JudgedItem[], found: Found): ReconciliationDecision {
  const inConflict = judged.filter(({ judgement }) => judgement.truth === "conflict");
  const doubled = inConflict.filter(({ judgement }) => judgement.reason === "duplicates");
  const detail = nameItems(doubled.length > 0 ? doubled : inConflict);
  const [reason, name] =
    doubled.length > 0
      ? (["duplicates_found", "nothing_is_doubled"] as const)
      : (["target_changed", "target_is_as_planned"] as const);
  return {
    ...found,
    decision: "attention_required",
    reason,
    checks: [...found.checks, check(name, detail)],
  };
}

/** Whether everything that is not written waits for an approval, itself or through what it depends on. */
function onlyWaits(rest: readonly JudgedItem[]): boolean {
  const waiting = new Set<number>();
  // In the order of writing, so that what an item depends on was looked at before it.
  for (const { item, judgement } of rest) {
    const waits =
      judgement.truth === "awaiting_external" ||
      (judgement.reason === "dependency_not_written" &&
        item.dependsOn.some((no) => waiting.has(no)));
    if (!waits) return false;
    waiting.add(item.itemNo);
  }
  return true;
}

function refusedBy(rest: readonly JudgedItem[]): "permission" | "licence" | null {
  const reasons = rest.map(({ judgement }) => judgement.reason);
  const own = reasons.filter(
    (reason) => reason !== "dependency_not_written" && reason !== "hindered",
  );
  if (own.length === 0 || !own.every((reason) => reason === "permission" || reason === "licence")) {
    return null;
  }
  return own.includes("permission") ? "permission" : "licence";
}

function partialReason(rest: readonly JudgedItem[]): string {
  const has = (reason: TruthReason) => rest.some(({ judgement }) => judgement.reason === reason);
  if (has("permission") || has("licence")) return "partly_written_permission";
  return has("budget_used_up") ? "partly_written_throttled" : "partly_written";
}

function nothingReason(rest: readonly JudgedItem[]): string {
  const has = (reason: TruthReason) => rest.some(({ judgement }) => judgement.reason === reason);
  if (has("budget_used_up")) return "throttled";
  const hindered = rest.every(({ judgement }) =>
    ["hindered", "dependency_not_written"].includes(judgement.reason),
  );
  return hindered ? "nothing_could_be_written" : "nothing_written";
}

function attention(
  reason: string,
  checks: readonly ReconciliationCheck[],
  related?: ArtifactRef,
): ReconciliationDecision {
  const link = related === undefined ? {} : { related };
  return { decision: "attention_required", reason, checks, ...link };
}

function check(name: string, detail: string, passed = false): ReconciliationCheck {
  return { check: name, passed, detail };
}
