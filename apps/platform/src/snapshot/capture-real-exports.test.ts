import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  asEnvironmentId,
  asWorkspaceId,
  type OperationRun,
  relatedOf,
  type WorkerHandle,
} from "settled";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { findSnapshotsOfRun } from "../store/snapshot-store.ts";

const EXPORTS = join(import.meta.dirname, "../../../../../shared/data");
const NAMES = [
  "ca-baseline-2025.10.2",
  "ca-baseline-2026.2.1",
  "intune-my-macs-2025-10-22",
  "intune-my-macs-2025-11-18",
] as const;
const AVAILABLE = existsSync(EXPORTS);
if (!AVAILABLE) console.warn("SKIPPED: shared/data is absent, so no real export was captured.");

describe.skipIf(!AVAILABLE)("real exports, captured and reviewed as runs", () => {
  let folder: string;
  let server: TestDatabase;
  let platform: Platform;
  let worker: WorkerHandle;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "settled-exports-"));
    for (const name of NAMES) {
      await mkdir(join(folder, name));
      execFileSync("tar", ["xzf", join(EXPORTS, `${name}.tar.gz`), "-C", join(folder, name)]);
    }
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
    await rm(folder, { recursive: true, force: true });
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

  async function importExport(environment: string, name: string): Promise<void> {
    await ensureEnvironment(platform.database, {
      workspaceId: asWorkspaceId("real"),
      workspaceName: "Real",
      environmentId: asEnvironmentId(environment),
      environmentName: environment,
      provider: { kind: "folder", root: join(folder, name) },
    });
  }

  test.each(NAMES)("%s: every file is an item or named as ignored", async (name) => {
    const environment = name.replaceAll(".", "-");
    await importExport(environment, name);
    const run = await runToEnd(environment, "environment.snapshot.capture", {});
    const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).length;
    expect((run.summary["items"] ?? 0) + (run.summary["ignored"] ?? 0)).toBe(files);
    expect(run.summary["unreadable"]).toBe(0);
    const partly = (run.summary["incomplete"] ?? 0) > 0;
    expect(run.outcome).toBe(partly ? "partially_succeeded" : "succeeded");
  });

  test("both states of an export make a lineage of two reviews, and an unchanged one confirms its review", async () => {
    const environment = "ca-lineage";
    await importExport(environment, NAMES[0]);
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
    await importExport(environment, NAMES[1]);
    await runToEnd(environment, "environment.snapshot.capture", {});
    const second = await runToEnd(environment, "environment.review.compose", { period: "2026-02" });
    expect(second.outcome).toBe("succeeded");
    expect(relatedOf(second.context)).not.toEqual(relatedOf(first.context));
  });
});
