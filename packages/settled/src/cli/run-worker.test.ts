import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, createTestIo, openCliWorld, say, type TestIo } from "./cli.test-kit.ts";

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

function startWorker(...more: string[]) {
  const io = createTestIo();
  const ended = say(io, ["worker", "--concurrency", "2", ...more], world.config);
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
  const { io, ended, ready } = startWorker("--no-sweep");
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

test("a worker needs a configuration: 2; and tables: 1", async () => {
  expect((await world.say(["worker"])).code).toBe(2);
  expect((await world.say(["worker", "--concurrency", "0"], world.config)).code).toBe(2);
});
