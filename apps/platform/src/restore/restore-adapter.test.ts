import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import {
  type ArtifactRef,
  asEnvironmentId,
  asWorkspaceId,
  NO_FAULTS,
  type OperationRun,
  type RunScope,
} from "settled";
import { exerciseReconciliationAdapter } from "settled/testing";
import { afterAll, beforeAll, describe, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { restoreExecute } from "../operations/restore-execute.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { temporaryFolder } from "../provider/temporary-folder.test-kit.ts";
import { pinIdentity } from "../store/environment-identity.ts";
import { RESTORE_ARTIFACT_TYPE } from "./restore-artifact-type.ts";
import {
  newSealedPlace,
  noteCreated,
  type SealedPlace,
  sealOnePolicy,
} from "./sealed-restore.test-kit.ts";

const TENANT = "55555555-0000-4000-8000-000000000001";

let server: TestDatabase;
let platform: Platform;
let root: string;

beforeAll(async () => {
  server = await startTestDatabase();
  await migratePlatform(server.url);
  platform = openPlatform({ connectionString: server.url });
  await platform.settled.prepare();
  const folder = await temporaryFolder();
  ({ root } = folder);
  await folder.write("MigrationTable.json", { TenantId: TENANT, Organization: "X", Objects: [] });
});

afterAll(async () => {
  await platform.close();
  await server.close();
  await rm(root, { recursive: true, force: true });
});

async function newPlace(workspace: string): Promise<SealedPlace> {
  const scope: RunScope = {
    workspaceId: asWorkspaceId(workspace),
    environmentId: asEnvironmentId(`e-${randomUUID()}`),
  };
  const place = await newSealedPlace(platform.database, scope, root);
  await pinIdentity(platform.database, scope, `tenant:${TENANT}`);
  return place;
}

async function produce(run: OperationRun, place: SealedPlace, spoil = false): Promise<ArtifactRef> {
  const key = await sealOnePolicy(platform.database, place, run.id);
  await noteCreated(platform.database, key);
  if (spoil) {
    await platform.database.pool.query(
      'update platform.restore_items set planned = planned || \'{"name": "Another"}\' where restore_id = $1',
      [key.restoreId],
    );
  }
  return { type: RESTORE_ARTIFACT_TYPE, id: key.restoreId };
}

const places = new Map<string, SealedPlace>();
const placeOf = (run: OperationRun): SealedPlace => {
  const place = places.get(run.id);
  if (place === undefined) throw new Error("The run has no environment.");
  return place;
};

describe("the adapter of restores", () => {
  exerciseReconciliationAdapter({
    test: (name, body) => test(name, body),
    adapterName: "restore",
    makeWorld: async () => ({
      operation: restoreExecute({ database: platform.database, faults: NO_FAULTS }),
      truthSource: platform.settled.truth,
      async newRun(overrides = {}) {
        const place = await newPlace("exam");
        const { workspaceId, environmentId, snapshotId } = place;
        const answer = await platform.settled.start({
          workspaceId,
          environmentId,
          type: "restore.execute",
          input: { snapshot_id: snapshotId },
          initiator: { kind: "user", id: "exam", name: "Exam" },
        });
        if (answer.kind === "refused") throw new Error(answer.because);
        const run = { ...answer.run, ...overrides };
        places.set(run.id, place);
        return run;
      },
      produceArtifact: (run) => produce(run, placeOf(run)),
      produceIncompleteArtifact: (run) => produce(run, placeOf(run), true),
      produceForeignWorkspaceArtifact: async (run) => produce(run, await newPlace("other")),
      produceForeignEnvironmentArtifact: async (run) => produce(run, await newPlace("exam")),
      close: () => Promise.resolve(),
    }),
  });
});
