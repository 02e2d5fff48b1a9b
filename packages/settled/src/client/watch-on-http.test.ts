import { afterAll, beforeAll, expect, test } from "vitest";
import { CONTOSO, MARIA, members, NORTH, REVIEW } from "../http/http.test-kit.ts";
import { collected, faultOf } from "./client.test-kit.ts";
import { createClient } from "./create-client.ts";
import { openServedSettled, type ServedSettled } from "./served-settled.test-kit.ts";
import type { WatchedEvent } from "./watched-event.ts";

let server: ServedSettled;
let isSignedIn = true;

beforeAll(async () => {
  server = await openServedSettled({
    policy: members(),
    resolveActor: () => Promise.resolve(isSignedIn ? MARIA : null),
  });
});
afterAll(async () => {
  await server.close();
});

/** A line that cuts every stream, as a network does, whenever it is told to. */
function cuttableFetch() {
  const open = new Set<AbortController>();
  const cutting: typeof fetch = async (input, init) => {
    const line = new AbortController();
    open.add(line);
    const signal = AbortSignal.any([line.signal, ...(init?.signal ? [init.signal] : [])]);
    return fetch(input, { ...init, signal });
  };
  const cut = () => {
    for (const line of open) line.abort(new Error("The line was cut."));
    open.clear();
  };
  return { fetch: cutting, cut };
}

function clientOf(changes: { readonly fetch?: typeof fetch } = {}) {
  return createClient({ baseUrl: server.url, workspace: NORTH, ...changes });
}

let months = 0;
function start() {
  months += 1;
  return clientOf().start(REVIEW, { environment_id: CONTOSO, input: { month: `m${months}` } });
}

function sequencesOf(events: readonly WatchedEvent[]): readonly string[] {
  return events.map(({ id }) => id ?? "");
}

test("a watch that is cut again and again misses nothing and tells nothing twice", async () => {
  const line = cuttableFetch();
  const seen: WatchedEvent[] = [];
  const stop = new AbortController();
  const first = await start();
  const [{ sequence: from } = { sequence: "" }] = await collected(clientOf().events(first.id));
  const watching = (async () => {
    const watch = clientOf(line).watch({ lastEventId: from, signal: stop.signal });
    for await (const event of watch) seen.push(event);
  })();
  const cutting = setInterval(line.cut, 150);
  const runs = [first];
  for (let nth = 0; nth < 12; nth += 1) {
    const run = await start();
    await clientOf().cancel(run.id);
    runs.push(run);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  clearInterval(cutting);
  const told = await Promise.all(runs.map(({ id }) => collected(clientOf().events(id))));
  const all = told
    .flat()
    .map(({ sequence }) => sequence)
    .filter((sequence) => BigInt(sequence) > BigInt(from))
    .toSorted((a, b) => Number(BigInt(a) - BigInt(b)));
  await expect.poll(() => seen.length, { timeout: 15_000 }).toBe(all.length);
  stop.abort();
  await watching;
  expect(sequencesOf(seen)).toEqual(all);
  expect(seen[1]).toMatchObject({
    kind: "run",
    change: { run_id: runs[1]?.id, kind: "created", status: "queued", environment_id: CONTOSO },
  });
});

test("a watch of one run tells that run alone", async () => {
  const run = await start();
  const seen: string[] = [];
  const watching = (async () => {
    for await (const event of clientOf().watch({ run: run.id, lastEventId: "0" })) {
      if (event.kind === "run") seen.push(`${event.change.run_id} ${event.change.kind}`);
      if (event.kind === "run" && event.change.status === "completed") return;
    }
  })();
  await start();
  await clientOf().cancel(run.id);
  await watching;
  expect(seen).toEqual(["created", "dispatched", "cancelled"].map((kind) => `${run.id} ${kind}`));
});

test("a place that the log never had is answered with a reset", async () => {
  for await (const event of clientOf().watch({ lastEventId: "9000000000" })) {
    expect(event).toMatchObject({ kind: "reset" });
    break;
  }
});

test("who is signed out while their line is cut is told, not kept waiting", async () => {
  const line = cuttableFetch();
  const watch = clientOf(line).watch({ lastEventId: "0" })[Symbol.asyncIterator]();
  await watch.next();
  isSignedIn = false;
  line.cut();
  const drained = (async () => {
    for (let next = await watch.next(); next.done !== true; next = await watch.next());
  })();
  expect(await faultOf(drained)).toMatchObject({ code: "not_signed_in" });
  isSignedIn = true;
});
