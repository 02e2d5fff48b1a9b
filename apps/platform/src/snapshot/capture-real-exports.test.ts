import { readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import {
  asEnvironmentId,
  asWorkspaceId,
  type OperationRun,
  relatedOf,
  type WorkerHandle,
} from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { findSnapshotsOfRun } from "../store/snapshot-store.ts";
import {
  REAL_EXPORTS,
  describeRealExports,
  type RealExport,
} from "../provider/real-exports.test-kit.ts";

describeRealExports("real exports, captured and reviewed as runs", (folderOf) => {
  let server: TestDatabase;
  let platform: Platform;
  let worker: WorkerHandle;

  beforeAll(async () => {
    server = await startTestDatabase();
    await migratePlatform(server.url);
    platform = openPlatform({ connectionString: server.url });
    await platform.settled.prepare();
    worker = await platform.settled.work();
  });

  afterAll(async () => {
    await worker.stop();
    await platform.close();
    await server.close();
  });

  async function runToEnd(
    environment: string,
    type: string,
    input: unknown,
  ): Promise<OperationRun> {
    const scope = {
      workspaceId: asWorkspaceId("real"),
      environmentId: asEnvironmentId(environment),
    };
    const initiator = { kind: "user", id: "test", name: "Test" } as const;
    const answer = await platform.settled.start({ ...scope, type, input, initiator });
    if (answer.kind === "refused") throw new Error(answer.because);
    for (;;) {
      const run = await platform.settled.reader.findRun(scope.workspaceId, answer.run.id);
      if (run?.status === "completed") return run;
      await sleep(50);
    }
  }

  async function importExport(environment: string, name: RealExport): Promise<void> {
    await ensureEnvironment(platform.database, {
      workspaceId: asWorkspaceId("real"),
      workspaceName: "Real",
      environmentId: asEnvironmentId(environment),
      environmentName: environment,
      provider: { kind: "folder", root: folderOf(name) },
    });
  }

  test.each(REAL_EXPORTS)("%s: every file is an item or named as ignored", async (name) => {
    const environment = name.replaceAll(".", "-");
    await importExport(environment, name);
    const run = await runToEnd(environment, "environment.snapshot.capture", {});
    const entries = await readdir(folderOf(name), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).length;
    expect((run.summary["items"] ?? 0) + (run.summary["ignored"] ?? 0)).toBe(files);
    expect(run.summary["unreadable"]).toBe(0);
    const partly = (run.summary["incomplete"] ?? 0) > 0;
    expect(run.outcome).toBe(partly ? "partially_succeeded" : "succeeded");
  });

  test("both states of an export make a lineage of two reviews, and an unchanged one confirms its review", async () => {
    const environment = "ca-lineage";
    await importExport(environment, REAL_EXPORTS[0]);
    const captured = await runToEnd(environment, "environment.snapshot.capture", {});
    const first = await runToEnd(environment, "environment.review.compose", { period: "2025-10" });
    const again = await runToEnd(environment, "environment.snapshot.capture", {});
    expect(again.summary["new_blobs"]).toBe(0);
    const [before] = await findSnapshotsOfRun(platform.database, captured, captured.id);
    const [after] = await findSnapshotsOfRun(platform.database, again, again.id);
    expect(after?.snapshotHash).toBe(before?.snapshotHash);
    const same = await runToEnd(environment, "environment.review.compose", { period: "2025-10" });
    expect(same.context.reason).toBe("equivalent_exists");
    expect(relatedOf(same.context)).toEqual(relatedOf(first.context));
    await importExport(environment, REAL_EXPORTS[1]);
    await runToEnd(environment, "environment.snapshot.capture", {});
    const second = await runToEnd(environment, "environment.review.compose", { period: "2026-02" });
    expect(second.outcome).toBe("succeeded");
    expect(relatedOf(second.context)).not.toEqual(relatedOf(first.context));
  });
});
