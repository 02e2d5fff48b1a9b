import type { RunScope, SqlExecutor } from "settled";
import type { DriftFinding } from "../drift/drift-finding.ts";
import { gatherDrift } from "../drift/gather-drift.ts";
import { insertDisposition, listDispositionsInForce } from "../store/disposition-store.ts";

const DAY_MS = 86_400_000;

/** What people decided, each about the first finding that nobody has decided about: one of them is about to expire. */
const DECISIONS = [
  {
    disposition: "accepted",
    reason: "Needed until the old printers are replaced; the customer's board knows.",
    expiresInDays: 9,
  },
  {
    disposition: "customer_specific",
    reason: "The customer's own auditors ask for this value.",
    expiresInDays: null,
  },
  {
    disposition: "to_fix",
    reason: "Changed by hand during an outage. Goes back in the next maintenance window.",
    expiresInDays: null,
  },
] as const;

/** Decides once about the environment's newest snapshot; does nothing where somebody has decided already. */
export async function decideSomeFindings(
  on: SqlExecutor,
  scope: RunScope,
  baselineId: string,
): Promise<void> {
  if ((await listDispositionsInForce(on, scope, baselineId, null)).length > 0) return;
  const drift = await gatherDrift(on, scope, { baselineId, version: "newest", snapshotId: null });
  if (drift.kind === "refused") return;
  const findings = drift.report.findings.filter(isDecidable);
  for (const [index, decision] of DECISIONS.entries()) {
    const finding = findings[index];
    if (finding === undefined) return;
    const { disposition, reason, expiresInDays } = decision;
    await insertDisposition(on, scope, {
      baselineId,
      findingKey: finding.finding_key,
      disposition,
      actor: "Ada Berger",
      reason,
      expiresAt: expiresInDays === null ? null : new Date(Date.now() + expiresInDays * DAY_MS),
    });
  }
}

function isDecidable({ kind }: DriftFinding): boolean {
  return kind === "setting_changed" || kind === "setting_extra" || kind === "extra_policy";
}
