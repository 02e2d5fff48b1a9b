import { afterAll, beforeAll, expect, test } from "vitest";
import { platformSql } from "../apps/platform/src/store/platform-sql.ts";
import { spawnDemoWorker } from "../apps/platform/src/demo/spawn-demo-worker.ts";
import type { ComposeInput } from "../apps/platform/src/review/compose-input.ts";
import { composeReview } from "../apps/platform/src/review/compose-review.ts";
import { retractReview } from "../apps/platform/src/review/retract-review.ts";
import { findLatestSnapshot } from "../apps/platform/src/store/snapshot-store.ts";
import { listReviews } from "../apps/platform/src/store/review-store.ts";
import { NO_FAULTS } from "../packages/settled/src/ports/fault-points.ts";
import { checkInvariants } from "../packages/settled/src/postgres/invariants/check-invariants.ts";
import { reasonOf, relatedOf } from "../packages/settled/src/run/run-context.ts";
import type { OperationRun, RunOutcome } from "../packages/settled/src/run/operation-run.ts";
import type { RunScope } from "../packages/settled/src/run/scope.ts";
import { CHAOS_TIMES as TIMES, chosenPoints } from "./chosen-points.ts";
import { KILLERS_AT_ONCE, killWorkers } from "./kill-workers.ts";
import { openPlatformWorld, type PlatformWorld } from "./platform-world.ts";

const CAPTURED_WITHIN_MS = 60_000;
const SETTLED_WITHIN_MS = 60_000;

/** Where the worker dies, and what is true afterwards. */
const CRASHES: readonly { point: string; outcome: RunOutcome; reason: string }[] = [
  // Nothing was begun, and the engine has given the job up.
  { point: "track.before_begin", outcome: "failed", reason: "never_started" },
  { point: "track.after_begin", outcome: "failed", reason: "went_silent" },
  { point: "compose.before_manifest", outcome: "failed", reason: "went_silent" },
  { point: "compose.after_manifest", outcome: "failed", reason: "went_silent" },
  { point: "compose.after_blobs", outcome: "failed", reason: "went_silent" },
  { point: "compose.inside_transaction", outcome: "failed", reason: "went_silent" },
  { point: "compose.after_commit", outcome: "succeeded", reason: "review_composed" },
  { point: "finish.before_write", outcome: "succeeded", reason: "review_composed" },
  { point: "finish.after_write", outcome: "succeeded", reason: "review_composed" },
];

let world: PlatformWorld;

beforeAll(async () => {
  world = await openPlatformWorld();
}, 60_000);

afterAll(async () => {
  await world.close();
});

for (const { point, outcome, reason } of chosenPoints(CRASHES, 5)) {
  test(
    `a worker killed at ${point} leaves a run that ends as ${outcome} (${TIMES} times)`,
    { timeout: 60_000 + TIMES * 20_000 },
    async () => {
      const scopes = await capturedEnvironments(point);
      const runs = await Promise.all(
        scopes.map((scope) =>
          world.start(scope, "environment.review.compose", { period: "2026-11" }),
        ),
      );
      await killWorkers(world.url, point, runs.length);
      const rescuer = spawnDemoWorker({ databaseUrl: world.url, concurrency: 4 });
      try {
        for (const [index, run] of runs.entries()) {
          const settled = await world.completed(run, SETTLED_WITHIN_MS);
          expect([settled.outcome, reasonOf(settled.context)]).toEqual([outcome, reason]);
          await expectOneArtifactOrNone(scopes[index] as RunScope, settled);
        }
      } finally {
        await rescuer.stop();
      }
    },
  );
}

/** What happens between the death and the look at the truth. */
const MEANWHILE: readonly {
  readonly what: string;
  readonly point: string;
  readonly happens: (scope: RunScope) => Promise<unknown>;
  readonly outcome: RunOutcome;
  readonly reason: string;
}[] = [
  {
    what: "a review of later inputs took its place",
    point: "compose.after_blobs",
    happens: (scope) => composeHere(scope, { period: "2026-12" }),
    outcome: "failed",
    reason: "newer_head_exists",
  },
  {
    what: "another run composed the same content",
    point: "compose.after_blobs",
    happens: composeTheSame,
    outcome: "succeeded",
    reason: "equivalent_exists",
  },
  {
    what: "its review was replaced",
    point: "compose.after_commit",
    happens: (scope) => composeHere(scope, { period: "2026-12" }),
    outcome: "succeeded",
    reason: "review_superseded",
  },
  {
    what: "its review was withdrawn",
    point: "compose.after_commit",
    happens: (scope) => retractOnly(scope, "withdrawn"),
    outcome: "succeeded",
    reason: "review_withdrawn",
  },
  {
    what: "its review was marked as invalid",
    point: "compose.after_commit",
    happens: (scope) => retractOnly(scope, "invalid"),
    outcome: "attention_required",
    reason: "review_invalid",
  },
];

for (const { what, point, happens, outcome, reason } of chosenPoints(MEANWHILE, 2)) {
  test(
    `a worker killed at ${point}, and ${what}: the run ends as ${outcome} (${TIMES} times)`,
    { timeout: 60_000 + TIMES * 20_000 },
    async () => {
      const scopes = await capturedEnvironments(reason);
      // All of a round die together: a killer of a later round would look at the dead of an earlier one.
      for (let first = 0; first < scopes.length; first += KILLERS_AT_ONCE) {
        const round = scopes.slice(first, first + KILLERS_AT_ONCE);
        const runs = await Promise.all(
          round.map((scope) =>
            world.start(scope, "environment.review.compose", { period: "2026-11" }),
          ),
        );
        await killWorkers(world.url, point, runs.length);
        await Promise.all(round.map(happens));
        for (const settled of await rescued(runs)) {
          expect([settled.outcome, reasonOf(settled.context)]).toEqual([outcome, reason]);
        }
      }
    },
  );
}

async function rescued(runs: readonly OperationRun[]): Promise<readonly OperationRun[]> {
  const rescuer = spawnDemoWorker({ databaseUrl: world.url, concurrency: 4 });
  try {
    return await Promise.all(runs.map((run) => world.completed(run, SETTLED_WITHIN_MS)));
  } finally {
    await rescuer.stop();
  }
}

test("after all these deaths no invariant is violated", async () => {
  const reports = await checkInvariants({
    executor: world.platform.database,
    truthViews: platformSql("list-truth-of-runs"),
  });
  expect(reports.length).toBeGreaterThan(8);
  expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
});

/** Composes in this process, which has no worker: nobody looks at the dead run before it is done. */
async function composeHere(scope: RunScope, input: ComposeInput): Promise<void> {
  const { database } = world.platform;
  const run = await world.start(scope, "environment.review.compose", input);
  const result = await composeReview(
    { database, faults: NO_FAULTS },
    {
      run,
      input,
      attempt: 1,
      trace: null,
      signal: new AbortController().signal,
      progress: () => Promise.resolve(),
      guard: () => Promise.resolve(),
      commit: () => Promise.reject(new Error("A composition ends by its result.")),
    },
  );
  expect(result.outcome).toBe("succeeded");
}

/** The same snapshot by its name is another request for the same content. */
async function composeTheSame(scope: RunScope): Promise<void> {
  const snapshot = await findLatestSnapshot(world.platform.database, scope);
  await composeHere(scope, { period: "2026-11", snapshot_id: snapshot?.snapshotId });
}

async function retractOnly(scope: RunScope, became: "withdrawn" | "invalid"): Promise<void> {
  const { database } = world.platform;
  const [review] = await listReviews(database, scope);
  const input = { reviewId: review?.reviewId ?? "", became, actor: "Maria", reason: "By mistake." };
  expect(await retractReview(database, scope, input)).toMatchObject({ kind: "retracted" });
}

async function capturedEnvironments(point: string): Promise<readonly RunScope[]> {
  const worker = spawnDemoWorker({ databaseUrl: world.url, concurrency: 4 });
  const names = Array.from(
    { length: TIMES },
    (_, index) => `${point.replaceAll(/[._]/g, "-")}-${index}`,
  );
  const scopes = await Promise.all(names.map((name) => world.newEnvironment(name)));
  const captures = await Promise.all(
    scopes.map((scope) => world.start(scope, "environment.snapshot.capture", {})),
  );
  try {
    for (const capture of captures) {
      const done = await world.completed(capture, CAPTURED_WITHIN_MS);
      expect(done.outcome).toBe("succeeded");
    }
  } finally {
    await worker.stop();
  }
  return scopes;
}

async function expectOneArtifactOrNone(scope: RunScope, run: OperationRun): Promise<void> {
  const reviews = await listReviews(world.platform.database, scope);
  const succeeded = run.outcome === "succeeded";
  expect(reviews).toHaveLength(succeeded ? 1 : 0);
  expect(relatedOf(run.context)?.id).toBe(reviews[0]?.reviewId);
}
