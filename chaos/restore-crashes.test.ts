import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { platformSql } from "../apps/platform/src/store/platform-sql.ts";
import { checkInvariants } from "../packages/settled/src/postgres/invariants/check-invariants.ts";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { reasonOf, relatedOf } from "../packages/settled/src/run/run-context.ts";
import { CHAOS_TIMES as TIMES, chosenPoints } from "./chosen-points.ts";
import { openPlatformWorld, type PlatformWorld } from "./platform-world.ts";
import { RESTORE_CRASHES, type RestoreCrash } from "./restore-crash.ts";
import { newRestorePlace, readFolderTruth, type RestorePlace } from "./restore-place.ts";
import { type RestoreWorker, spawnRestoreWorker } from "./spawn-restore-worker.ts";

const CRASHES = chosenPoints(RESTORE_CRASHES, 9);
const SETTLED_WITHIN_MS = 60_000;
const DEAD_WITHIN_MS = 45_000;
const KILLERS_AT_ONCE = 4;

let world: PlatformWorld;
let killed = 0;
let resumed = 0;

beforeAll(async () => {
  world = await openPlatformWorld();
}, 60_000);

afterAll(async () => {
  await world.close();
});

for (const [index, crash] of CRASHES.entries()) {
  const { row, point, visit = 1, outcome, reason } = crash;
  test(
    `${row}: a worker killed at ${point} (visit ${visit}) leaves a run that ends as ${outcome}, and the folder says the same (${TIMES} times)`,
    { timeout: 60_000 + TIMES * 20_000 },
    async () => {
      const places: RestorePlace[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        const place = await newRestorePlace(world, `restore-${index}-${time}`);
        await crash.before?.(place);
        places.push(place);
      }
      const { runs, undo } = await restoreAndDie(crash, places);
      const targetFaults = crash.rescuerFaults?.(places) ?? [];
      const rescuer = spawnRestoreWorker({ databaseUrl: world.url, targetFaults });
      const undoing = Promise.all(undo.map((back) => back()));
      try {
        for (const [time, run] of runs.entries()) {
          const settled = await world.completed(run, SETTLED_WITHIN_MS);
          expect([settled.outcome, reasonOf(settled.context)]).toEqual([outcome, reason]);
          await expectFolderSaysTheSame(places[time] as RestorePlace, settled);
        }
        await expectResumable(places, runs);
      } finally {
        await undoing;
        await rescuer.stop();
      }
    },
  );
}

test("after all these deaths no invariant is violated", async () => {
  const partial = CRASHES.filter(({ outcome }) =>
    ["partially_succeeded", "blocked"].includes(outcome),
  );
  expect([killed, resumed]).toEqual([CRASHES.length * TIMES, partial.length * TIMES]);
  const reports = await checkInvariants({
    executor: world.platform.database,
    truthViews: platformSql("list-truth-of-runs"),
  });
  expect(reports.length).toBeGreaterThan(8);
  expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
});

interface Deaths {
  readonly runs: readonly OperationRun[];
  readonly undo: readonly (() => Promise<void>)[];
}

/**
 * Each worker takes one restore and dies with it. What a script says of one folder holds for that folder alone, and
 * what happens right after a death must come before any other worker looks.
 */
async function restoreAndDie(
  crash: RestoreCrash,
  places: readonly RestorePlace[],
): Promise<Deaths> {
  const fault = `${crash.point}=kill:${crash.visit ?? 1}`;
  const alone = crash.faults !== undefined || crash.between !== undefined;
  const atOnce = alone ? 1 : KILLERS_AT_ONCE;
  const runs: OperationRun[] = [];
  const undo: (() => Promise<void>)[] = [];
  for (let start = 0; start < places.length; start += atOnce) {
    const batch = places.slice(start, start + atOnce);
    for (const place of batch) {
      const { workspaceId, environmentId, snapshotId } = place;
      const input = { snapshot_id: snapshotId };
      runs.push(await world.start({ workspaceId, environmentId }, "restore.execute", input));
    }
    const killers = batch.map((place) => {
      const targetFaults = crash.faults?.(place) ?? [];
      return spawnRestoreWorker({ databaseUrl: world.url, fault, targetFaults });
    });
    for (const { signal, output } of await deathsOf(killers, runs)) {
      expect([signal, output.replace("ready\n", "")]).toEqual(["SIGKILL", ""]);
      killed += 1;
    }
    for (const place of batch) {
      const back = await crash.between?.(place);
      if (back !== undefined) undo.push(back);
    }
  }
  return { runs, undo };
}

/** A worker that does not die where it should says nothing: its runs tell how far it came. */
async function deathsOf(killers: readonly RestoreWorker[], runs: readonly OperationRun[]) {
  const late = new AbortController();
  const limit = sleep(DEAD_WITHIN_MS, undefined, { signal: late.signal }).then(async () => {
    const now = await Promise.all(runs.map((run) => world.now(run)));
    throw new Error(`A worker lives on; the runs are ${JSON.stringify(now)}`);
  });
  limit.catch(() => undefined);
  try {
    return await Promise.race([Promise.all(killers.map(({ ended }) => ended)), limit]);
  } finally {
    late.abort();
    await Promise.all(killers.map((killer) => killer.stop()));
  }
}

/** What was blocked or written in part is written to its end by a resume, and nothing of it twice. */
async function expectResumable(
  places: readonly RestorePlace[],
  runs: readonly OperationRun[],
): Promise<void> {
  for (const [time, run] of runs.entries()) {
    const { outcome, context } = await world.now(run);
    const related = relatedOf(context);
    const goesOn = outcome === "partially_succeeded" || outcome === "blocked";
    if (!goesOn || related === null) continue;
    const { workspaceId, environmentId } = run;
    const scope = { workspaceId, environmentId };
    const resume = await world.start(scope, "restore.execute", { resumes: related.id });
    const settled = await world.completed(resume, SETTLED_WITHIN_MS);
    expect([settled.outcome, reasonOf(settled.context)]).toEqual(["succeeded", "restore_written"]);
    resumed += 1;
    const truth = await readFolderTruth(places[time] as RestorePlace);
    expect([truth.written, truth.doubled]).toEqual([3, []]);
  }
}

async function expectFolderSaysTheSame(place: RestorePlace, run: OperationRun): Promise<void> {
  const truth = await readFolderTruth(place);
  const reason = reasonOf(run.context);
  expect(truth.doubled).toEqual(reason === "duplicates_found" ? ["Chaos B - gone"] : []);
  switch (run.outcome) {
    case "failed":
      expect([truth.written, truth.partly, relatedOf(run.context)]).toEqual([0, 0, null]);
      return;
    case "succeeded":
      expect([truth.written, run.summary["written"]]).toEqual([3, 3]);
      return;
    case "partially_succeeded":
    case "blocked": {
      const { written, partly_written: partly } = run.summary;
      expect([truth.written, truth.partly]).toEqual([written, partly]);
      return;
    }
    case "attention_required":
      // Nothing it says may be more than what stands there.
      expect(run.summary["written"] ?? 0).toBeLessThanOrEqual(truth.written);
      return;
    case "cancelled":
    case null:
      throw new Error("Nobody cancelled the run.");
  }
}
