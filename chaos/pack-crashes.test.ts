import { afterAll, beforeAll, expect, test } from "vitest";
import { spawnDemoWorker } from "../apps/platform/src/demo/spawn-demo-worker.ts";
import { areFilesIntact } from "../apps/platform/src/pack/stored-files.ts";
import { listPackFiles, listPacks } from "../apps/platform/src/store/pack-store.ts";
import { findPackSetBy } from "../apps/platform/src/store/pack-set-store.ts";
import { platformSql } from "../apps/platform/src/store/platform-sql.ts";
import { listReviews } from "../apps/platform/src/store/review-store.ts";
import { checkInvariants } from "../packages/settled/src/postgres/invariants/check-invariants.ts";
import { reasonOf, relatedOf } from "../packages/settled/src/run/run-context.ts";
import type { OperationRun, RunOutcome } from "../packages/settled/src/run/operation-run.ts";
import type { RunScope } from "../packages/settled/src/run/scope.ts";
import { CHAOS_TIMES as TIMES, chosenPoints } from "./chosen-points.ts";
import { killWorkers } from "./kill-workers.ts";
import { openPlatformWorld, type PlatformWorld } from "./platform-world.ts";

const MADE_WITHIN_MS = 60_000;
const SETTLED_WITHIN_MS = 60_000;
const PROFILES = ["executive", "technical-auditor"];

/** Where the worker dies, and what is true afterwards. */
const CRASHES: readonly { point: string; outcome: RunOutcome; reason: string }[] = [
  // Nothing was begun, and the engine has given the job up.
  { point: "track.before_begin", outcome: "failed", reason: "never_started" },
  { point: "track.after_begin", outcome: "failed", reason: "went_silent" },
  { point: "pack.after_manifest", outcome: "failed", reason: "went_silent" },
  { point: "pack.after_files", outcome: "failed", reason: "went_silent" },
  { point: "commit.before_work", outcome: "failed", reason: "went_silent" },
  { point: "pack.inside_transaction", outcome: "failed", reason: "went_silent" },
  { point: "commit.after_finish", outcome: "failed", reason: "went_silent" },
  // Packs, set and outcome appeared in one transaction: there is nothing left to settle.
  { point: "commit.after_commit", outcome: "succeeded", reason: "packs_ready" },
  { point: "pack.after_commit", outcome: "succeeded", reason: "packs_ready" },
];

let world: PlatformWorld;

beforeAll(async () => {
  world = await openPlatformWorld();
}, 60_000);

afterAll(async () => {
  await world.close();
});

for (const { point, outcome, reason } of chosenPoints(CRASHES, 4)) {
  test(
    `a worker killed at ${point} leaves a run that ends as ${outcome} (${TIMES} times)`,
    { timeout: 90_000 + TIMES * 30_000 },
    async () => {
      const scopes = await reviewedEnvironments(point);
      const runs = await Promise.all(scopes.map(startRender));
      await killWorkers(world.url, point, runs.length);
      const rescuer = spawnDemoWorker({ databaseUrl: world.url, concurrency: 4 });
      try {
        for (const [index, run] of runs.entries()) {
          const scope = scopes[index] as RunScope;
          const settled = await world.completed(run, SETTLED_WITHIN_MS);
          expect([settled.outcome, reasonOf(settled.context)]).toEqual([outcome, reason]);
          await expectOneSetOrNone(scope, settled);
          await expectSecondRunWhole(scope);
        }
      } finally {
        await rescuer.stop();
      }
    },
  );
}

test("after all these deaths no invariant is violated", async () => {
  const reports = await checkInvariants({
    executor: world.platform.database,
    truthViews: platformSql("list-truth-of-runs"),
  });
  expect(reports.length).toBeGreaterThan(8);
  expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
});

async function reviewedEnvironments(point: string): Promise<readonly RunScope[]> {
  const worker = spawnDemoWorker({ databaseUrl: world.url, concurrency: 4 });
  const name = point.replaceAll(/[._]/g, "-");
  const names = Array.from({ length: TIMES }, (_, index) => `pack-${name}-${index}`);
  try {
    return await Promise.all(
      names.map(async (environment) => {
        const scope = await world.newEnvironment(environment);
        await toEnd(scope, "environment.snapshot.capture", {});
        await toEnd(scope, "environment.review.compose", { period: "2026-11" });
        return scope;
      }),
    );
  } finally {
    await worker.stop();
  }
}

async function toEnd(scope: RunScope, type: string, input: unknown): Promise<OperationRun> {
  const done = await world.completed(await world.start(scope, type, input), MADE_WITHIN_MS);
  expect(["succeeded", "partially_succeeded"]).toContain(done.outcome);
  return done;
}

async function startRender(scope: RunScope): Promise<OperationRun> {
  const [review] = await listReviews(world.platform.database, scope);
  const input = { review_id: review?.reviewId, profiles: PROFILES };
  return world.start(scope, "review.pack.render", input);
}

async function expectOneSetOrNone(scope: RunScope, run: OperationRun): Promise<void> {
  const { database } = world.platform;
  const { workspaceId, environmentId } = scope;
  const key = { workspaceId, environmentId, value: run.id };
  const set = await findPackSetBy(database, "find-pack-sets-of-run", key);
  const packs = await listPacks(database, scope);
  const succeeded = run.outcome === "succeeded";
  expect([set !== null, packs.length]).toEqual([succeeded, succeeded ? PROFILES.length : 0]);
  expect(relatedOf(run.context)?.id).toBe(set?.packSetId);
}

/** Whatever was left behind, the same request ends with one whole pack for each profile. */
async function expectSecondRunWhole(scope: RunScope): Promise<void> {
  const { database } = world.platform;
  const again = await world.completed(await startRender(scope), SETTLED_WITHIN_MS);
  expect(again.outcome).toBe("succeeded");
  const packs = await listPacks(database, scope);
  expect(packs).toHaveLength(PROFILES.length);
  const files = await listPackFiles(
    database,
    scope,
    packs.map(({ packId }) => packId),
  );
  for (const { packId, standing } of packs) {
    if (standing.status !== "ready") throw new Error(`A pack is ${standing.status}.`);
    const pack = { filesHash: standing.filesHash, files: files.get(packId) ?? [] };
    expect(await areFilesIntact(database, scope.workspaceId, pack)).toBe(true);
  }
}
