import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSettled, type Settled } from "../create-settled.ts";
import {
  cutListeners,
  NORTH,
  openTailedWorld,
  SOUTH,
} from "../postgres/event-tail/tailed-world.test-kit.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { createHttpHandler, type HttpHandler } from "./create-http-handler.ts";
import { get, IDLE_ENGINE, MARIA, reviewOperations } from "./http.test-kit.ts";
import { readStream } from "./read-stream.test-kit.ts";

const CLIENTS = 40;
const WRITERS = 6;
const FOR_MS = 4_000;
const CATCH_UP_MAX_MS = 15_000;

let world: Awaited<ReturnType<typeof openTailedWorld>>;
let servers: readonly Settled[];
let handlers: readonly HttpHandler[];

beforeAll(async () => {
  world = await openTailedWorld();
  // Two processes in the server's role, so that a client comes back to one that has not seen what it has.
  servers = [1, 2].map(() =>
    createSettled({
      postgres: { connectionString: world.serverUrl },
      engine: IDLE_ENGINE,
      operations: reviewOperations(new Map()),
    }),
  );
  handlers = servers.map((settled) =>
    createHttpHandler({
      settled,
      resolveActor: () => Promise.resolve(MARIA),
      policy: { check: () => Promise.resolve({ kind: "allowed" }) },
      streamsOfActorMax: CLIENTS,
    }),
  );
});
afterAll(async () => {
  await Promise.all(servers.map((settled) => settled.close()));
  await world.close();
});

/** A client that is cut off now and then, and comes back to either process with the id that it has seen last. */
async function read(workspaceId: WorkspaceId, until: { readonly isOver: boolean }) {
  const ids: string[] = [];
  let start: string | null = null;
  let place: string | null = null;
  let resets = 0;
  let comebacks = 0;
  const drain = async (readMs: number, isEnough: (ids: readonly string[]) => boolean) => {
    const handle = pick(handlers);
    const headers = place === null ? {} : { "last-event-id": place };
    const stream = readStream(
      await handle(get(`/api/v1/workspaces/${workspaceId}/stream`, headers)),
    );
    const endsAtMs = performance.now() + readMs;
    while (performance.now() < endsAtMs && !isEnough(stream.ids())) await pause(5);
    await stream.hangUp();
    await stream.over;
    comebacks += 1;
    for (const { event, id } of stream.frames) {
      if (event === "reset") resets += 1;
      if (event === "hello") start ??= id;
      if (event === "run" && id !== null) ids.push(id);
      place = id ?? place;
    }
  };
  while (!until.isOver) await drain(Math.random() * 400, () => until.isOver);
  return {
    ids,
    /** Where the client began: null = it was cut off before it had a place. */
    start: () => start,
    counts: () => ({ resets, comebacks }),
    /** What is still to come, up to the last event; late is not missed on a busy machine. */
    finish: async (last: string | undefined) => {
      if (ids.at(-1) !== last) await drain(CATCH_UP_MAX_MS, (fresh) => fresh.at(-1) === last);
    },
  };
}

async function write(until: { readonly isOver: boolean }): Promise<void> {
  while (!until.isOver) {
    const workspaceId = Math.random() < 0.7 ? NORTH : SOUTH;
    if (Math.random() < 0.6) {
      await world.add(workspaceId);
    } else {
      const held = await world.hold(workspaceId);
      await pause(Math.random() * (Math.random() < 0.1 ? 500 : 40));
      await held.end(Math.random() < 0.4 ? "rollback" : "commit");
    }
    await pause(Math.random() * 20);
  }
}

function pick<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}

test("every client gets every event of its workspace once and in order, whatever is cut, held open or undone", async () => {
  const until = { isOver: false };
  const reading = Array.from({ length: CLIENTS }, (_, index) =>
    read(index % 2 === 0 ? NORTH : SOUTH, until),
  );
  const writing = Array.from({ length: WRITERS }, () => write(until));
  let cuts = 0;
  for (let times = 0; times < 4; times += 1) {
    await pause(FOR_MS / 4);
    cuts += await cutListeners(world.serverUrl);
  }
  until.isOver = true;
  await Promise.all(writing);
  const clients = await Promise.all(reading);
  const logs = [await world.logOf(NORTH), await world.logOf(SOUTH)];
  await Promise.all(clients.map((client, index) => client.finish(logs[index % 2]?.at(-1))));
  for (const [index, client] of clients.entries()) {
    const log = logs[index % 2] ?? [];
    const start = client.start();
    expect(start).not.toBeNull();
    const expected = log.filter((sequence) => BigInt(sequence) > BigInt(start ?? "0"));
    expect(client.ids).toEqual(expected);
    expect(client.counts().resets).toBe(0);
  }
  const total = (count: (client: (typeof clients)[number]) => number) =>
    clients.reduce((sum, client) => sum + count(client), 0);
  // What did not happen would prove nothing.
  expect(cuts).toBeGreaterThan(0);
  expect(total((client) => client.counts().comebacks)).toBeGreaterThan(CLIENTS * 3);
  expect(total((client) => client.ids.length)).toBeGreaterThan(CLIENTS * 15);
});
