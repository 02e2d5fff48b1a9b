import type { RunScope, SqlExecutor } from "settled";
import { insertDisposition } from "../store/disposition-store.ts";
import type { Disposition, DispositionInForce } from "./disposition.ts";
import type { DriftFinding } from "./drift-finding.ts";
import { gatherFindings } from "./gather-findings.ts";

export interface DecisionInput {
  readonly findingKey: string;
  readonly baselineId: string | null;
  readonly snapshotId: string | null;
  readonly disposition: Disposition;
  readonly actor: string;
  readonly reason: string;
  readonly expiresAt: Date | null;
}

export type DecisionAnswer =
  | {
      readonly kind: "decided";
      readonly finding: DriftFinding;
      readonly decision: DispositionInForce;
      /** What was in force before. */
      readonly before: DispositionInForce | null;
    }
  | {
      readonly kind: "refused";
      readonly because: "no_such_snapshot" | "no_such_baseline" | "no_such_finding";
    };

/** Records a decision about a finding that is there now; earlier decisions about it are kept. */
export async function decideFinding(
  tx: SqlExecutor,
  scope: RunScope,
  input: DecisionInput,
): Promise<DecisionAnswer> {
  const { findingKey, baselineId } = input;
  const found = await gatherFindings(tx, scope, input);
  if (found.kind === "refused") return found;
  const finding = found.report.findings.find((one) => one.finding_key === findingKey);
  if (finding === undefined) return { kind: "refused", because: "no_such_finding" };
  const { disposition, actor, reason, expiresAt } = input;
  const decision = { baselineId, findingKey, disposition, actor, reason, expiresAt };
  return {
    kind: "decided",
    finding,
    decision: await insertDisposition(tx, scope, decision),
    before: found.decisions.get(findingKey) ?? null,
  };
}
