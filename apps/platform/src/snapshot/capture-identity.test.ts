import { setTimeout as sleep } from "node:timers/promises";
import { asEnvironmentId, asWorkspaceId, type OperationRun, reasonOf } from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { temporaryFolder } from "../provider/temporary-folder.test-kit.ts";
import { pinIdentity } from "../store/environment-identity.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { findLatestSnapshot } from "../store/snapshot-store.ts";

let server: TestDatabase;
let platform: Platform;

beforeAll(async () => {
  server = await startTestDatabase();
  await migratePlatform(server.url);
  platform = openPlatform({ connectionString: server.url });
  await platform.settled.prepare();
});

afterAll(async () => {
  await platform.close();
  await server.close();
});

/** Captures an environment that is pinned to one tenant from a folder of another one, or of nobody. */
async function capture(environment: string, tenantOfFolder: string | null): Promise<OperationRun> {
  await using folder = await temporaryFolder();
  const policy = { "@odata.type": "#microsoft.graph.windows10CompliancePolicy", displayName: "A" };
  await folder.write("CompliancePolicies/A.json", policy);
  if (tenantOfFolder !== null) {
    await folder.write("MigrationTable.json", { TenantId: tenantOfFolder, Objects: [] });
  }
  const scope = {
    workspaceId: asWorkspaceId("msp"),
    environmentId: asEnvironmentId(environment),
  };
  await ensureEnvironment(platform.database, {
    ...scope,
    workspaceName: "MSP",
    environmentName: environment,
    provider: { kind: "folder", root: folder.root },
  });
  await pinIdentity(platform.database, scope, "tenant:contoso");
  const worker = await platform.settled.work({ concurrency: 1 });
  try {
    const initiator = { kind: "user", id: "ada", name: "Ada" } as const;
    const start = { ...scope, type: "environment.snapshot.capture", input: {}, initiator };
    const answer = await platform.settled.start(start);
    if (answer.kind === "refused") throw new Error(answer.because);
    for (;;) {
      const run = await platform.settled.reader.findRun(scope.workspaceId, answer.run.id);
      if (run?.status === "completed") return run;
      await sleep(50);
    }
  } finally {
    await worker.stop();
  }
}

test("an export of another tenant is not sealed as this one's: the run is blocked", async () => {
  const run = await capture("swapped", "fabrikam");
  expect([run.outcome, reasonOf(run.context)]).toEqual(["blocked", "identity_differs"]);
  expect(await findLatestSnapshot(platform.database, run)).toBeNull();
});

test.each([
  ["its own tenant", "contoso"],
  ["nobody", null],
])("an export that shows %s is captured", async (_, tenant) => {
  const run = await capture(`of-${tenant ?? "nobody"}`, tenant);
  expect(run.outcome).toBe("succeeded");
});
