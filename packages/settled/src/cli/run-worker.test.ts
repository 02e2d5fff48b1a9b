import { afterAll, beforeAll, expect, test } from "vitest";
import { createSettled } from "../create-settled.ts";
import { connectDatabase } from "../postgres/database.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import { asWorkspaceId } from "../run/scope.ts";
import { startTestDatabase } from "../testing/test-database.ts";
import type { CliConfig } from "./cli-config.ts";
import {
  composeReview,
  type CliWorld,
  createTestIo,
  openCliWorld,
  say,
  type TestIo,
} from "./cli.test-kit.ts";

let world: CliWorld;

beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(() => world.close());

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not come true that ${what}.`);
}

function startWorker(more: readonly string[] = [], config: CliConfig = world.config) {
  const io = createTestIo();
  const ended = say(io, ["worker", "--concurrency", "2", ...more], config);
  return { io, ended, ready: until("the worker is ready", () => io.said.out.includes("is ready")) };
}

function leaseOf(io: TestIo): string {
  return /Worker (\S+) is ready/.exec(io.said.out)?.[1] ?? "";
}

test("a worker settles what is due, and a signal stops it gently", async () => {
  const { io, ended, ready } = startWorker();
  await ready;
  expect(io.said.out).toMatch(/^Worker \S+ is ready: 2 jobs at once for each queue, sweeping\.\n$/);
  const run = await world.begin(await world.start());
  await world.sql(
    "update settled.operation_runs set owner_id = null, due_at = now(), version = version + 1 where id = $1",
    [run.id],
  );
  await until(
    "the run is settled",
    async () => (await world.say(["runs", "show", run.id])).code === 4,
  );
  io.signal();
  const { code, out } = await ended;
  expect(code).toBe(0);
  expect(out.trimEnd().split("\n").slice(1)).toEqual([
    "Stopping: what is under way is finished first. Once more ends at once.",
    "Stopped.",
  ]);
});

test("a worker that was taken for dead ends with an error", async () => {
  const { io, ended, ready } = startWorker(["--no-sweep"]);
  await ready;
  expect(io.said.out).toContain("not sweeping");
  await world.sql(
    "update settled.worker_leases set ended_at = now(), ended_because = 'expired' where id = $1",
    [leaseOf(io)],
  );
  const { code, err } = await ended;
  expect(code).toBe(1);
  expect(err).toContain("taken for dead");
});

test("a second signal ends a worker at once, whatever its handler does", async () => {
  let begun = false;
  const hang = () => {
    begun = true;
    return new Promise<void>(() => undefined);
  };
  const config: CliConfig = {
    settledOptions: async () => {
      const options = await world.config.settledOptions();
      return { ...options, operations: [{ ...composeReview(), handler: hang }] };
    },
  };
  const { io, ended, ready } = startWorker([], config);
  await ready;
  const settled = createSettled(await config.settledOptions());
  await settled.start({
    type: "review.compose",
    input: {},
    initiator: { kind: "user", id: "anna", name: "Anna" },
    workspaceId: asWorkspaceId("acme"),
    environmentId: null,
  });
  await until("the handler hangs", () => begun);
  io.signal();
  await until("the worker is stopping", () => io.said.out.includes("Stopping"));
  const secondAtMs = performance.now();
  io.signal();
  const { code, out } = await ended;
  expect(code).toBe(1);
  expect(out).toContain("Ended at once");
  expect(performance.now() - secondAtMs).toBeLessThan(5_000);
  await settled.close();
});

test("a worker needs a configuration and sound options: 2", async () => {
  expect((await world.say(["worker"])).code).toBe(2);
  expect((await world.say(["worker", "--concurrency", "0"], world.config)).code).toBe(2);
});

test("a worker refuses a database without tables, and one that a newer release changed: 1", async () => {
  const server = await startTestDatabase();
  const config: CliConfig = {
    settledOptions: async () => {
      const options = await world.config.settledOptions();
      return { ...options, postgres: { connectionString: server.url } };
    },
  };
  const bare = await world.say(["worker"], config);
  expect([bare.code, bare.out]).toEqual([1, ""]);
  expect(bare.err).toContain("Run `settled migrate`");
  await migrateDatabase({ connectionString: server.url });
  const database = connectDatabase({ connectionString: server.url });
  await database.executeSql("insert into settled.migrations values ('9999_all_new', 'x', true)");
  await database.close();
  const newer = await world.say(["worker"], config);
  expect([newer.code, newer.out]).toEqual([1, ""]);
  expect(newer.err).toContain("newer");
  await server.close();
});
