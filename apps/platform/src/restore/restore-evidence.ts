import type { RunId, RunScope, SqlExecutor } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import { findPinnedIdentity } from "../store/environment-identity.ts";
import { findEnvironment, type ManagedEnvironment } from "../store/environment.ts";
import { findRestoresOfRun } from "../store/restore-store.ts";
import type { JudgedItem } from "./item-judgement.ts";
import type { TruthReason } from "./judgement.ts";
import { judgeRestore, readRestore, type RestoreContents } from "./judge-restore.ts";
import { openTargetLook } from "./look-at-item.ts";
import { type IdentityProof, proveIdentity } from "./prove-identity.ts";
import { isOpen } from "./restore-attempt.ts";
import { type RestoreRecord, sealHolds } from "./restore-record.ts";
import { RESTORE_SETTINGS, type RestoreSettings } from "./restore-settings.ts";
import type { RestoreTarget } from "./restore-target.ts";

export interface RestoreEvidence {
  readonly environment: ManagedEnvironment["state"] | null;
  /** Null = no plan of this run was sealed in its environment, or it is not as it was sealed. */
  readonly restoreId: string | null;
  /** A restore of another environment bears this run. */
  readonly elsewhere: boolean;
  readonly sealed: boolean;
  readonly attempts: number;
  /** `not_asked` while nothing was sent: then it does not matter. */
  readonly identity: IdentityProof | "not_asked";
  readonly judged: readonly JudgedItem[];
  readonly pastDeadline: boolean;
  readonly checkAgainAfterMs: number;
}

export interface EvidenceSource {
  readonly parts: PlatformParts;
  readonly on: SqlExecutor;
  readonly signal: AbortSignal;
  /** The target that a live worker has open. */
  readonly target?: RestoreTarget;
  readonly notAttempted?: ReadonlyMap<number, TruthReason>;
}

export interface RestoreQuestion extends RunScope {
  readonly runId: RunId;
}

const CHECK_AGAIN_MS_MAX = 5_000;
const CHECK_AGAIN_MS_MIN = 100;

/** Looks at the plan and the journal, and at the provider for what the journal leaves open. Writes nothing. */
export async function gatherRestoreEvidence(
  source: EvidenceSource,
  question: RestoreQuestion,
): Promise<RestoreEvidence> {
  const { on } = source;
  const records = await findRestoresOfRun(on, question.workspaceId, question.runId);
  const environment = await findEnvironment(on, question);
  const own = records.find(({ environmentId }) => environmentId === question.environmentId);
  const none: RestoreEvidence = {
    environment: environment?.state ?? null,
    restoreId: null,
    elsewhere: records.length > (own === undefined ? 0 : 1),
    sealed: false,
    attempts: 0,
    identity: "not_asked",
    judged: [],
    pastDeadline: false,
    checkAgainAfterMs: CHECK_AGAIN_MS_MAX,
  };
  if (own === undefined || environment === null) return none;
  const contents = await readRestore(on, question, own.restoreId);
  return { ...none, ...(await ask(source, { record: own, contents, environment })) };
}

async function ask(
  source: EvidenceSource,
  known: {
    readonly record: RestoreRecord;
    readonly contents: RestoreContents;
    readonly environment: ManagedEnvironment;
  },
): Promise<Omit<RestoreEvidence, "environment" | "elsewhere">> {
  const { record, contents, environment } = known;
  const { on, signal } = source;
  const settings: RestoreSettings = { ...RESTORE_SETTINGS, ...source.parts.restore };
  const { settleMs } = settings;
  const sealed = sealHolds(record, contents.items);
  const sent = contents.attempts.length > 0;
  const target = source.target ?? settings.openTarget(environment.provider, signal);
  const pinned = sent ? await findPinnedIdentity(on, environment) : null;
  const identity = sent ? await proveIdentity(target, pinned) : "not_asked";
  const look = identity === "proven" ? openTargetLook(target, signal) : null;
  const notAttempted = source.notAttempted ?? new Map<number, TruthReason>();
  // Of a plan that is not what was sealed no item is judged: nobody knows what it asked for.
  const judged = sealed
    ? await judgeRestore({ on, signal, settleMs, look, notAttempted }, environment, contents)
    : [];
  const ages = contents.attempts.filter(isOpen).map(({ ageMs }) => ageMs);
  const youngestMs = ages.length === 0 ? 0 : Math.min(...ages);
  const settlesAfterMs = settleMs - youngestMs + CHECK_AGAIN_MS_MIN;
  return {
    restoreId: record.restoreId,
    sealed,
    attempts: contents.attempts.length,
    identity,
    judged,
    pastDeadline: ages.length > 0 && youngestMs > settings.deadlineMs,
    checkAgainAfterMs: Math.round(
      Math.min(Math.max(settlesAfterMs, CHECK_AGAIN_MS_MIN), CHECK_AGAIN_MS_MAX),
    ),
  };
}
