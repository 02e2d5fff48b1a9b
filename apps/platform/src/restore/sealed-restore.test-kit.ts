import { randomUUID } from "node:crypto";
import type { RunId, RunScope } from "settled";
import type { Database } from "settled/postgres";
import { snapshotHash } from "../snapshot/snapshot-hash.ts";
import { putBlobs } from "../store/blob.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { type FenceToken, takeRestoreFence } from "../store/restore-fence.ts";
import {
  insertRestoreAttempt,
  type JournalKey,
  noteRestoreAttempt,
} from "../store/restore-journal.ts";
import { insertRestore } from "../store/restore-store.ts";
import { insertSnapshot } from "../store/snapshot-store.ts";
import { blobsOfStates } from "./plan-contents.ts";
import { planOf, type PlannedObject } from "./plan.test-kit.ts";

export interface SealedPlace extends RunScope {
  readonly snapshotId: string;
}

/** A new environment with a sealed snapshot of nothing. */
export async function newSealedPlace(
  database: Database,
  scope: RunScope,
  root = "/nowhere",
): Promise<SealedPlace> {
  const { workspaceId, environmentId } = scope;
  if (environmentId === null) throw new Error("A restore belongs to an environment.");
  await ensureEnvironment(database, {
    workspaceId,
    environmentId,
    workspaceName: workspaceId,
    environmentName: environmentId,
    provider: { kind: "folder", root },
  });
  const snapshotId = randomUUID();
  const counts = { items: 0, ok: 0, unreadable: 0, incomplete: 0, ambiguous: 0, ignored: 0 };
  const content = {
    items: [],
    coverage: [],
    ignored: [],
    blobs: [],
    counts,
    normaliserVersion: "1",
    snapshotHash: snapshotHash({ items: [], coverage: [] }, "1"),
  };
  await insertSnapshot(database, scope, { snapshotId, runId: randomUUID() as RunId, content });
  return { workspaceId, environmentId, snapshotId };
}

const ONE_POLICY: PlannedObject = {
  type: "configurationPolicies",
  json: {
    id: "44444444-0000-4000-8000-000000000001",
    name: "Win - One",
    platforms: "windows10",
    technologies: "mdm",
    settings: [],
  },
};

/** Seals a plan that creates one policy; answers where its journal is kept. */
export async function sealOnePolicy(
  database: Database,
  place: SealedPlace,
  runId: RunId,
): Promise<JournalKey> {
  const { snapshotId } = place;
  const { plan, states } = planOf({ snapshot: [ONE_POLICY], target: [], snapshotId });
  await putBlobs(database, place.workspaceId, blobsOfStates(states));
  const restoreId = randomUUID();
  return database.transaction(async (tx) => {
    const fence: FenceToken = await takeRestoreFence(tx, place, runId);
    await insertRestore(tx, place, { restoreId, runId, resumesRestoreId: null, fence, plan });
    return { workspaceId: place.workspaceId, environmentId: place.environmentId, restoreId, fence };
  });
}

/** Journals that the policy was created and read back. */
export async function noteCreated(database: Database, key: JournalKey): Promise<void> {
  const attempt = { itemNo: 1, step: "create", outcome: "sent", reason: null, preIds: [] } as const;
  const attemptNo = await insertRestoreAttempt(database, key, attempt);
  const note = { outcome: "verified", responseId: randomUUID() } as const;
  await noteRestoreAttempt(database, key, { attemptNo, note });
}
