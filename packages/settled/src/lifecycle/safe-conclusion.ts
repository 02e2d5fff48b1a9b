import { tryArtifactRef } from "../run/artifact-ref.ts";
import type { Conclusion } from "../run/conclusion.ts";
import { NAME_BYTES_MAX, safeText } from "../run/safe-text.ts";

/** With their texts: below what the context of a run may hold. */
const CHECKS_MAX = 32;
const CHECK_DETAIL_BYTES_MAX = 1_024;

/** A conclusion as it is stored: related normalised, checks limited, texts fit for the database. */
export function safeConclusion(conclusion: Conclusion): Conclusion {
  return {
    ...conclusion,
    adapter: safeText(conclusion.adapter, NAME_BYTES_MAX),
    reason: safeText(conclusion.reason, NAME_BYTES_MAX),
    decidedBy: safeText(conclusion.decidedBy, NAME_BYTES_MAX),
    related: tryArtifactRef(conclusion.related),
    checks: conclusion.checks.slice(0, CHECKS_MAX).map(({ check, passed, detail }) => ({
      check: safeText(check, NAME_BYTES_MAX),
      passed,
      detail: safeText(detail, CHECK_DETAIL_BYTES_MAX),
    })),
  };
}

/** The decision without anything that a database could refuse. */
export function bareConclusion(conclusion: Conclusion): Conclusion {
  return {
    adapter: "unknown",
    decision: conclusion.decision,
    reason: "resolved_without_detail",
    trigger: conclusion.trigger,
    related: tryArtifactRef(conclusion.related),
    checks: [],
    decidedBy: "settled",
  };
}
