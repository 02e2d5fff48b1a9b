import type { DispositionInForce } from "../drift/disposition.ts";
import type { DriftFinding } from "../drift/drift-finding.ts";
import type { LeafValue } from "../normal-form/setting-leaf.ts";
import type { CommandAnswer } from "./write-output.ts";

/** One finding with everything that it says, uncut. */
export function findingAnswer(
  finding: DriftFinding,
  decision: DispositionInForce | null,
): CommandAnswer {
  const { kind, policy, other_policy: other, path, matched_by: by } = finding;
  const decided =
    decision === null
      ? "new"
      : `${decision.disposition} by ${decision.actor}${untilWords(decision)}: ${decision.reason}`;
  const lines: readonly (readonly [string, string | null])[] = [
    ["finding", finding.finding_key],
    ["kind", finding.weakened ? `${kind} (weakened)` : kind],
    ["severity", finding.severity],
    ["type", finding.type],
    ["policy", policy],
    ["other", other],
    ["matched by", by],
    ["path", path],
    ["expected", valueWords(finding.expected)],
    ["found", valueWords(finding.found)],
    ["decision", decided],
    ...finding.evidence.map((hash) => ["evidence", hash] as const),
  ];
  return {
    json: { ...finding, decision },
    columns: [],
    rows: [],
    notes: lines.flatMap(([name, text]) => (text === null ? [] : [`${name.padEnd(10)}  ${text}`])),
  };
}

function untilWords({ expires_at: expiresAt }: DispositionInForce): string {
  return expiresAt === null ? "" : ` until ${expiresAt.slice(0, 10)}`;
}

function valueWords(value: LeafValue): string | null {
  if (value === null) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
