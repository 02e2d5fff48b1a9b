import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSettled } from "../create-settled.ts";
import { inServerRole } from "../postgres/in-server-role.ts";
import { eventually } from "../testing/engine-driver-desk.ts";
import { openWebhookWorld, type WebhookWorld } from "../webhooks/webhook-world.test-kit.ts";
import { checkSurroundings } from "./check-surroundings.ts";
import { createHttpHandler } from "./create-http-handler.ts";
import { get, IDLE_ENGINE } from "./http.test-kit.ts";

const FIT = { pendingMigrations: 0, liveWorkers: 1, sweptAgoMs: 2_000 };

test("tables that are lacking make a process unfit; workers that are lacking are only shown", () => {
  expect(checkSurroundings(null)).toEqual({
    fit: false,
    checks: [{ name: "migrations", ok: false }],
  });
  expect(checkSurroundings({ ...FIT, pendingMigrations: 2 })).toMatchObject({
    fit: false,
    checks: [{ name: "migrations", ok: false, count: 2 }, {}, {}],
  });
  expect(checkSurroundings({ ...FIT, liveWorkers: 0, sweptAgoMs: null })).toEqual({
    fit: true,
    checks: [
      { name: "migrations", ok: true, count: 0 },
      { name: "workers", ok: false, count: 0 },
      { name: "sweeper", ok: false },
    ],
  });
  expect(checkSurroundings({ ...FIT, sweptAgoMs: 30_000 }).checks[2]).toEqual({
    name: "sweeper",
    ok: false,
    ageS: 30,
  });
});

describe("GET /health/ready on PostgreSQL, in the role of a server", () => {
  let world: WebhookWorld;
  beforeAll(async () => {
    world = await openWebhookWorld();
  });
  afterAll(() => world.close());

  test("shows workers and sweeper as they come, and a migration that lacks, to anybody", async () => {
    const served = createSettled({
      postgres: { connectionString: inServerRole(world.url), rowSecurity: "workspace" },
      engine: IDLE_ENGINE,
      operations: [],
    });
    const handle = createHttpHandler({
      settled: served,
      resolveActor: () => Promise.resolve(null),
      policy: { check: () => Promise.resolve({ kind: "hidden" }) },
    });
    const ready = async () => {
      const answer = await handle(get("/health/ready"));
      const body = (await answer.json()) as { checks: { name: string; ok: boolean }[] };
      return { status: answer.status, checks: body.checks };
    };
    try {
      const [database, migrations] = [
        { name: "database", ok: true },
        { name: "migrations", ok: true, count: 0 },
      ];
      expect(await ready()).toEqual({
        status: 200,
        checks: [
          database,
          migrations,
          { name: "workers", ok: false, count: 0 },
          { name: "sweeper", ok: false },
        ],
      });
      const worker = await world.settled.work();
      await eventually("they are seen", async () => {
        const { checks } = await ready();
        return checks.every(({ ok }) => ok) ? null : JSON.stringify(checks);
      });
      expect((await ready()).checks.slice(2)).toEqual([
        { name: "workers", ok: true, count: 1 },
        { name: "sweeper", ok: true, age_s: expect.any(Number) },
      ]);
      await worker.stop();
      await world.settled.database.executeSql(
        "delete from settled.migrations where name like '0012%'",
      );
      await eventually("it is seen", async () => {
        const { status, checks } = await ready();
        return status === 503 && checks[1]?.ok === false ? null : JSON.stringify(checks);
      });
    } finally {
      await served.close();
    }
  });
});
