import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVENTS_BEHIND_MAX } from "../../ports/event-tail.ts";
import { asWorkspaceId, type WorkspaceId } from "../../run/scope.ts";
import { openPostgres } from "../open-postgres.ts";
import { collect, cutListeners, NORTH, openTailedWorld, SOUTH } from "./tailed-world.test-kit.ts";

let world: Awaited<ReturnType<typeof openTailedWorld>>;

beforeAll(async () => {
  world = await openTailedWorld();
});
afterAll(async () => {
  await world.close();
});

function follow(workspaceId: WorkspaceId, after: string | null = null) {
  return collect((onNews) => world.postgres.tail.follow({ workspaceId, after, onNews }));
}

async function followFromNow(workspaceId: WorkspaceId) {
  const reader = follow(workspaceId);
  await expect.poll(() => reader.seen.started?.how, { timeout: 5_000 }).toBe("now");
  return reader;
}

test("an event is given out soon after it is committed, to its own workspace alone", async () => {
  const [north, south] = await Promise.all([followFromNow(NORTH), followFromNow(SOUTH)]);
  const sequence = await world.add(NORTH);
  await expect.poll(() => north.sequences(), { interval: 5, timeout: 5_000 }).toEqual([sequence]);
  expect(north.events[0]).toMatchObject({
    kind: "created",
    status: "queued",
    outcome: null,
    operationType: "letter.write",
    environmentId: "berlin",
  });
  await pause(100);
  expect(south.events).toEqual([]);
  north.stop();
  south.stop();
});

test.each(["commit", "rollback"] as const)(
  "an event is held back while one with a lower number may still appear, until its %s",
  async (end) => {
    const reader = await followFromNow(NORTH);
    const slow = await world.hold(NORTH);
    const quick = await world.add(NORTH);
    expect(BigInt(quick)).toBeGreaterThan(BigInt(slow.sequence));
    await pause(400);
    expect(reader.sequences()).toEqual([]);
    await slow.end(end);
    const expected = end === "commit" ? [slow.sequence, quick] : [quick];
    await expect.poll(() => reader.sequences(), { interval: 5, timeout: 5_000 }).toEqual(expected);
    reader.stop();
  },
);

test("a transaction under way in one workspace holds up no other", async () => {
  const reader = await followFromNow(SOUTH);
  const slow = await world.hold(NORTH);
  const sequence = await world.add(SOUTH);
  await expect.poll(() => reader.sequences(), { timeout: 2_000 }).toEqual([sequence]);
  await slow.end("rollback");
  reader.stop();
});

test("a number is drawn after its transaction can be seen to be under way", async () => {
  const lock = "select pg_advisory_xact_lock(1936028788, hashtext('south'))";
  let late: Promise<string> = Promise.resolve("");
  let early = "";
  await world.postgres.database.transaction(async (tx) => {
    await tx.executeSql(lock);
    late = world.add(SOUTH);
    await expect.poll(() => world.waiters(), { timeout: 2_000 }).toBe(1);
    early = await world.add(NORTH);
  });
  expect(BigInt(await late)).toBeGreaterThan(BigInt(early));
});

test("after a quiet time an event is told of at once, also the next one and the one after", async () => {
  const reader = await followFromNow(NORTH);
  const delaysMs: number[] = [];
  for (let times = 0; times < 6; times += 1) {
    await pause(400);
    const had = reader.events.length;
    const startedMs = performance.now();
    await world.add(NORTH);
    await expect.poll(() => reader.events.length, { interval: 2, timeout: 5_000 }).toBe(had + 1);
    delaysMs.push(performance.now() - startedMs);
  }
  // Who is not told looks once a second. Once the machine may have been busy with something else.
  expect(delaysMs.filter((ms) => ms > 300).length).toBeLessThanOrEqual(1);
  reader.stop();
});

test("an event whose telling was left to a transaction that is undone is found all the same", async () => {
  const reader = await followFromNow(NORTH);
  await pause(400);
  const teller = await world.hold(SOUTH);
  const sequence = await world.add(NORTH);
  await teller.end("rollback");
  await expect.poll(() => reader.sequences(), { timeout: 3_000 }).toEqual([sequence]);
  reader.stop();
});

test("all feeds of a process hear by one connection, and without a feed there is none", async () => {
  await expect.poll(() => world.listeners(), { timeout: 5_000 }).toBe(0);
  const readers = await Promise.all(
    Array.from({ length: 30 }, (_, index) => followFromNow(index % 2 === 0 ? NORTH : SOUTH)),
  );
  await expect.poll(() => world.listeners(), { timeout: 5_000 }).toBe(1);
  for (const reader of readers) reader.stop();
  await expect.poll(() => world.listeners(), { timeout: 5_000 }).toBe(0);
});

test("behind a pooler that shares sessions the log is looked at, and no line is kept to hear by", async () => {
  const pooled = openPostgres({ connectionString: world.url, sessionsAreOurs: false });
  const reader = collect((onNews) =>
    pooled.tail.follow({ workspaceId: NORTH, after: null, onNews }),
  );
  await expect.poll(() => reader.seen.started?.how, { timeout: 5_000 }).toBe("now");
  expect(await world.listeners()).toBe(0);
  const sequence = await world.add(NORTH);
  await expect.poll(() => reader.sequences()).toEqual([sequence]);
  await pooled.close();
});

test("a line that was cut is made anew, and nothing is missed", async () => {
  const reader = await followFromNow(NORTH);
  const sequences: string[] = [];
  for (let times = 0; times < 5; times += 1) {
    await cutListeners(world.url);
    sequences.push(await world.add(NORTH));
    await pause(Math.random() * 200);
  }
  await expect.poll(() => reader.sequences(), { timeout: 5_000 }).toEqual(sequences);
  reader.stop();
});

describe("a long log", () => {
  const LONG = asWorkspaceId("long");
  const [first, missed] = [1, EVENTS_BEHIND_MAX + 1];

  beforeAll(async () => {
    await world.addMany(LONG, missed + first);
  });

  test("is read on from a place within reach, page by page and in order", async () => {
    const log = await world.logOf(LONG);
    const reader = follow(LONG, log[first] ?? "");
    await expect.poll(() => reader.events.length, { timeout: 20_000 }).toBe(EVENTS_BEHIND_MAX);
    expect(reader.seen.started?.how).toBe("resumed");
    expect(reader.sequences()).toEqual(log.slice(first + 1));
    reader.stop();
  });

  test("is begun anew from a place that is too far back", async () => {
    const log = await world.logOf(LONG);
    const reader = follow(LONG, log[0] ?? "");
    await expect
      .poll(() => reader.seen.started)
      .toMatchObject({
        how: "reset",
        position: log.at(-1),
      });
    expect(reader.events).toEqual([]);
    reader.stop();
  });
});

test("while the log cannot be read nothing is given out, and nothing is missed afterwards", async () => {
  const readers = [await followFromNow(NORTH), await followFromNow(SOUTH)];
  const { database } = world.postgres;
  const events = "settled.operation_run_events";
  await database.executeSql(`alter table ${events} rename to taken_away`);
  await pause(300);
  await database.transaction(async (tx) => {
    await tx.executeSql(`alter table settled.taken_away rename to operation_run_events`);
  });
  const written = [await world.add(NORTH), await world.add(SOUTH)];
  for (const [index, reader] of readers.entries()) {
    await expect.poll(() => reader.sequences(), { timeout: 8_000 }).toEqual([written[index]]);
    reader.stop();
  }
});
