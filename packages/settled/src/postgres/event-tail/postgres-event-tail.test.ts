import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkspaceId } from "../../run/scope.ts";
import { collect, NORTH, openTailedWorld, SOUTH } from "./tailed-world.test-kit.ts";

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
  await expect.poll(() => reader.seen.started?.how).toBe("now");
  return reader;
}

test("an event is given out soon after it is committed, to its own workspace alone", async () => {
  const [north, south] = await Promise.all([followFromNow(NORTH), followFromNow(SOUTH)]);
  const sequence = await world.add(NORTH);
  await expect.poll(() => north.sequences(), { interval: 5 }).toEqual([sequence]);
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
    await expect.poll(() => reader.sequences(), { interval: 5 }).toEqual(expected);
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
