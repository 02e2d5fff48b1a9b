import type { RunScope, SqlExecutor } from "settled";
import { readSnapshotPolicies } from "../snapshot/read-snapshot-policies.ts";
import type { SnapshotItem } from "../snapshot/snapshot.ts";
import { findPinnedIdentity } from "../store/environment-identity.ts";
import type { ManagedEnvironment } from "../store/environment.ts";
import { findSnapshot } from "../store/snapshot-store.ts";
import type { AccessState } from "./access-state.ts";
import { gatherPlanInput } from "./gather-plan-input.ts";
import { keyOfItem } from "./match-targets.ts";
import { planRestore } from "./plan-restore.ts";
import { type IdentityProof, proveIdentity } from "./prove-identity.ts";
import type { RestorePlan } from "./restore-plan.ts";
import { RESTORE_SETTINGS } from "./restore-settings.ts";
import { selectItems, type Selection } from "./select-items.ts";

export interface PreviewRequest {
  readonly environment: ManagedEnvironment;
  readonly snapshotId: string;
  /** Names of items; empty = everything. */
  readonly names: readonly string[];
  /** Named by type and key; by `names` unless said. */
  readonly items?: readonly Pick<SnapshotItem, "type" | "itemKey">[] | null;
  readonly accessState: AccessState;
}

export type Preview =
  | { readonly kind: "planned"; readonly plan: RestorePlan; readonly identity: IdentityProof }
  | { readonly kind: "snapshot_missing" }
  | Exclude<Selection, { kind: "selected" }>;

/** What a restore would do now. Stores nothing and writes nothing. */
export async function previewRestore(
  on: SqlExecutor,
  scope: RunScope,
  request: PreviewRequest,
): Promise<Preview> {
  const { environment, snapshotId, accessState } = request;
  const sealed = await findSnapshot(on, scope, snapshotId);
  if (sealed === null || sealed.state !== "sealed") return { kind: "snapshot_missing" };
  const snapshot = await readSnapshotPolicies(on, scope, sealed);
  const items = snapshot.policies.map(({ item }) => item);
  const selection = selectItems(items, request.names);
  if (selection.kind !== "selected") return selection;
  const chosen = request.items ?? selection.items;
  const target = RESTORE_SETTINGS.openTarget(environment.provider, new AbortController().signal);
  const identity = await proveIdentity(target, await findPinnedIdentity(on, scope));
  const input = await gatherPlanInput(target, {
    snapshot,
    selected: chosen === null ? null : new Set(chosen.map(keyOfItem)),
    options: { accessState },
    known: new Map(),
  });
  return { kind: "planned", plan: planRestore(input).plan, identity };
}
