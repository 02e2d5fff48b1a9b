import { setTimeout as sleep } from "node:timers/promises";
import type { RunResult, TrackedRun } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import { readSnapshotPolicies } from "../snapshot/read-snapshot-policies.ts";
import { findPinnedIdentity } from "../store/environment-identity.ts";
import { findEnvironment } from "../store/environment.ts";
import { newestOpenAttemptAgeMs } from "../store/restore-journal.ts";
import { findSnapshot } from "../store/snapshot-store.ts";
import type { ExecuteInput } from "./execute-input.ts";
import { gatherPlanInput, type PlanRequest } from "./gather-plan-input.ts";
import { keyOfItem } from "./match-targets.ts";
import { planRestore } from "./plan-restore.ts";
import { type IdentityProof, proveIdentity } from "./prove-identity.ts";
import { readEarlierRestore } from "./read-earlier-restore.ts";
import type { PlannedRestore } from "./restore-plan.ts";
import { RESTORE_SETTINGS, type RestoreSettings } from "./restore-settings.ts";
import { type RestoreTarget, TargetUnreachableError } from "./restore-target.ts";

export interface PreparedRestore {
  readonly target: RestoreTarget;
  readonly settings: RestoreSettings;
  readonly pinned: string | null;
  readonly planned: PlannedRestore;
  readonly resumesRestoreId: string | null;
  readonly approvals: ReadonlyMap<string, string>;
}

const IDENTITY_REASONS: Readonly<Record<Exclude<IdentityProof, "proven">, string>> = {
  other: "identity_differs",
  unproven: "identity_not_shown",
  not_pinned: "identity_not_pinned",
  unreachable: "provider_unreachable",
};

/** Everything before the seal: nothing is written yet. A result is why the restore may not begin. */
export async function prepareRestore(
  parts: PlatformParts,
  tracked: TrackedRun<ExecuteInput>,
): Promise<PreparedRestore | RunResult> {
  const { run, signal } = tracked;
  const settings: RestoreSettings = { ...RESTORE_SETTINGS, ...parts.restore };
  const environment = await findEnvironment(parts.database, run);
  if (environment === null) return blocked("environment_missing");
  if (environment.state !== "active") return blocked("environment_suspended");
  const target = settings.openTarget(environment.provider, signal);
  const pinned = await findPinnedIdentity(parts.database, run);
  const proof = await proveIdentity(target, pinned);
  if (proof !== "proven") return blocked(IDENTITY_REASONS[proof]);
  await untilSettled(parts, tracked, settings);
  const order = await readOrder(parts, tracked, target);
  if ("outcome" in order) return order;
  try {
    const planned = planRestore(await gatherPlanInput(target, order.request));
    const { resumesRestoreId, approvals } = order;
    return { target, settings, pinned, planned, resumesRestoreId, approvals };
  } catch (error) {
    if (error instanceof TargetUnreachableError) return blocked("provider_unreachable");
    throw error;
  }
}

interface Order extends Pick<PreparedRestore, "resumesRestoreId" | "approvals"> {
  readonly request: PlanRequest;
}

async function readOrder(
  parts: PlatformParts,
  { run, input, signal }: TrackedRun<ExecuteInput>,
  target: RestoreTarget,
): Promise<Order | RunResult> {
  const { database: on } = parts;
  const earlier =
    "resumes" in input
      ? await readEarlierRestore({ parts, on, signal, target }, run, input.resumes)
      : null;
  if (earlier === "missing") return blocked("earlier_missing");
  if (earlier === "unverified") return blocked("earlier_unverified");
  const wanted = "resumes" in input ? null : input;
  const snapshotId = earlier?.snapshotId ?? wanted?.snapshot_id ?? "";
  const snapshot = await findSnapshot(on, run, snapshotId);
  if (snapshot === null || snapshot.state !== "sealed") return blocked("snapshot_missing");
  const keys = wanted?.items?.map(({ type, item_key: itemKey }) => keyOfItem({ type, itemKey }));
  return {
    request: {
      snapshot: await readSnapshotPolicies(on, run, snapshot),
      selected: earlier?.selected ?? (keys === undefined ? null : new Set(keys)),
      options: earlier?.options ?? { accessState: wanted?.ca_state ?? "disabled" },
      known: earlier?.known ?? new Map(),
    },
    resumesRestoreId: earlier?.restoreId ?? null,
    approvals: earlier?.approvals ?? new Map(),
  };
}

/** A request whose effect nobody has seen may show late: until then what is missing may be on its way. */
async function untilSettled(
  parts: PlatformParts,
  { run, signal }: TrackedRun<ExecuteInput>,
  { settleMs }: RestoreSettings,
): Promise<void> {
  const ageMs = await newestOpenAttemptAgeMs(parts.database, run, settleMs);
  if (ageMs !== null) await sleep(Math.max(settleMs - ageMs, 0), undefined, { signal });
}

function blocked(reason: string): RunResult {
  return { outcome: "blocked", reason };
}
