import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "../../../../packages/settled/src/postgres/invariants/check-invariants.ts";
import { platformSql } from "../store/platform-sql.ts";
import { HOST, openServedWorld, type ServedWorld, TOKEN } from "./served-world.test-kit.ts";

const RUNS = "/api/v1/workspaces/north/runs";
const ENDED = {
  type: "environment.snapshot.capture,environment.review.compose",
  status: "completed",
};
const ENDED_WITHIN_MS = 50_000;

interface ShownRun {
  readonly id: string;
  readonly done: boolean;
  readonly outcome: string | null;
  readonly summary: Readonly<Record<string, number>>;
  readonly will_be_taken: number;
}

let world: ServedWorld;

beforeAll(async () => {
  world = await openServedWorld();
});
afterAll(() => world.close());

async function bulk(body: object): Promise<{ status: number; run: ShownRun }> {
  const answer = await world.handle(
    new Request(`${HOST}${RUNS}:bulk`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
  return { status: answer.status, run: (await answer.json()) as ShownRun };
}

test("the captures and reviews of a workspace are made anew by one action, on the real queue", async () => {
  const worker = await world.platform.settled.work({ concurrency: 2 });
  try {
    const told = await bulk({ action: "rerun", filter: ENDED, dry_run: true });
    const expected = told.run.will_be_taken;
    expect(expected).toBeGreaterThan(1);
    const reason = "The provider has changed.";
    const started = await bulk({ action: "rerun", filter: ENDED, reason });
    expect(started.status).toBe(202);
    const run = await ended(started.run.id);
    expect(run.outcome).toBe("succeeded");
    expect(run.summary).toEqual({ targets: expected, taken: expected });
  } finally {
    await worker.stop();
  }
  const executor = world.platform.settled.database;
  const truthViews = platformSql("list-truth-of-runs");
  const reports = await checkInvariants({ executor, truthViews });
  expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
});

async function ended(id: string): Promise<ShownRun> {
  const untilMs = performance.now() + ENDED_WITHIN_MS;
  for (;;) {
    const run = (await (await world.get(`${RUNS}/${id}`)).json()) as ShownRun;
    if (run.done || performance.now() > untilMs) return run;
    await sleep(100);
  }
}
