import type { Disposition, DispositionInForce } from "../drift/disposition.ts";
import type { DriftFinding } from "../drift/drift-finding.ts";
import type { Platform } from "../platform.ts";
import { insertDisposition } from "../store/disposition-store.ts";
import { EXIT } from "./exit-code.ts";
import { findByKey } from "./find-finding.ts";
import { type FindingsScope, findingsForTerminal } from "./findings-for-terminal.ts";
import { asScope } from "./find-scope.ts";
import { recordFromTerminal } from "./record-from-terminal.ts";
import { personAtTerminal } from "./start-and-follow.ts";
import { CommandFault } from "./terminal.ts";

export interface DecideOptions extends FindingsScope {
  readonly as: Disposition;
  readonly reason: string;
  readonly expires?: Date;
}

const REASON_CHARACTERS_MAX = 2_000;

export interface Decision {
  readonly finding: DriftFinding;
  readonly decision: DispositionInForce;
}

/** Records a decision about a finding that is there now; earlier decisions about it are kept. */
export async function decideFinding(
  platform: Platform,
  key: string,
  options: DecideOptions,
): Promise<Decision> {
  const reason = options.reason.trim();
  if (reason === "" || reason.length > REASON_CHARACTERS_MAX || reason.includes("\u0000")) {
    throw new CommandFault(
      `Give a reason of 1 to ${REASON_CHARACTERS_MAX} characters: others will ask why.`,
      EXIT.usage,
    );
  }
  if (options.expires !== undefined && options.expires.getTime() <= Date.now()) {
    throw new CommandFault(
      "The decision would have expired already. Give a later day.",
      EXIT.usage,
    );
  }
  const { report, baseline } = await findingsForTerminal(platform, options);
  const finding = findByKey(report.findings, key);
  const scope = asScope(options);
  const decided = {
    baselineId: baseline?.baselineId ?? null,
    findingKey: finding.finding_key,
    disposition: options.as,
    actor: personAtTerminal().name,
    reason,
    expiresAt: options.expires ?? null,
  };
  const decision = await platform.database.transaction(async (tx) => {
    const kept = await insertDisposition(tx, scope, decided);
    await recordFromTerminal(platform, tx, {
      scope,
      action: "finding.decide",
      target: { type: "finding", id: finding.finding_key, name: finding.policy },
      reason,
      detail: { disposition: kept.disposition, expires_at: kept.expires_at },
    });
    return kept;
  });
  return { finding, decision };
}
