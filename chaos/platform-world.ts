import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migratePlatform, openPlatform, type Platform } from "../apps/platform/src/platform.ts";
import { ensureEnvironment } from "../apps/platform/src/store/environment.ts";
import type { OperationRun, RunScope } from "../packages/settled/src/index.ts";
import { asEnvironmentId, asWorkspaceId } from "../packages/settled/src/run/scope.ts";
import { startTestDatabase } from "../packages/settled/src/testing/test-database.ts";
import { writePolicies } from "./write-policies.ts";

/** One database with the platform in it, seen from a process that executes nothing. */
export interface PlatformWorld {
  readonly url: string;
  readonly platform: Platform;
  /** An environment with a small export of its own. */
  newEnvironment(name: string): Promise<RunScope>;
  start(scope: RunScope, type: string, input: unknown): Promise<OperationRun>;
  /** The run once it is completed; rejects after the limit with what it was then. */
  completed(run: OperationRun, withinMs: number): Promise<OperationRun>;
  now(run: OperationRun): Promise<OperationRun>;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 50;

export async function openPlatformWorld(): Promise<PlatformWorld> {
  const database = await startTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "settled-chaos-"));
  await migratePlatform(database.url);
  const platform = openPlatform({ connectionString: database.url });
  await platform.settled.prepare();
  const template = join(folder, "template");
  await writePolicies(template);

  const now = async (run: OperationRun): Promise<OperationRun> => {
    const found = await platform.settled.reader.findRun(run.workspaceId, run.id);
    if (found === null) throw new Error("The run is gone.");
    return found;
  };
  return {
    url: database.url,
    platform,
    now,
    async newEnvironment(name) {
      const root = join(folder, name);
      await cp(template, root, { recursive: true });
      const scope = { workspaceId: asWorkspaceId("chaos"), environmentId: asEnvironmentId(name) };
      await ensureEnvironment(platform.database, {
        ...scope,
        workspaceName: "Chaos",
        environmentName: name,
        provider: { kind: "folder", root },
      });
      return scope;
    },
    async start(scope, type, input) {
      const initiator = { kind: "user", id: "chaos", name: "Chaos" } as const;
      const answer = await platform.settled.start({ ...scope, type, input, initiator });
      if (answer.kind === "refused") {
        throw new Error(
          `The start was refused: ${JSON.stringify(answer)} ${JSON.stringify(input)}`,
        );
      }
      return answer.run;
    },
    async completed(run, withinMs) {
      const deadline = performance.now() + withinMs;
      for (;;) {
        const found = await now(run);
        if (found.status === "completed") return found;
        if (performance.now() > deadline) throw new Error(`Not settled: ${JSON.stringify(found)}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },
    async close() {
      await platform.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
