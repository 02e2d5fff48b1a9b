import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import {
  answerJson,
  clientOf,
  createHastyClock,
  faultOf,
  problem,
  type SmallServer,
  useSmallServers,
} from "./client.test-kit.ts";
import type { WatchedEvent } from "./watched-event.ts";
import type { WatchOptions } from "./watch-runs.ts";

const serve = useSmallServers();

function streamTo(response: ServerResponse): ServerResponse {
  return response.writeHead(200, { "content-type": "text/event-stream" });
}

function said(sequence: number, run = "a"): string {
  const change = { sequence: String(sequence), run_id: run, kind: "begun", version: 2 };
  return `id: ${sequence}\nevent: run\ndata: ${JSON.stringify(change)}\n\n`;
}

/** What is seen until `count` events were. */
async function watched(
  server: SmallServer,
  count: number,
  options: WatchOptions = {},
): Promise<readonly string[]> {
  const seen: string[] = [];
  for await (const event of clientOf(server, { clock: createHastyClock() }).watch(options)) {
    seen.push(wordOf(event));
    if (seen.length === count) break;
  }
  return seen;
}

function wordOf(event: WatchedEvent): string {
  return event.kind === "reset" ? "reset" : `${event.change.run_id}${event.id}`;
}

test("events are told as they come, however they are cut into pieces", async () => {
  const server = await serve((response) => {
    const bytes = Buffer.from(
      `: ping\n\n${said(1)}${said(2).replaceAll("\n", "\r\n")}${said(3, "ä")}`,
    );
    streamTo(response).write(bytes.subarray(0, 61));
    setTimeout(() => response.write(bytes.subarray(61, bytes.length - 20)), 10);
    setTimeout(() => response.write(bytes.subarray(bytes.length - 20)), 20);
  });
  expect(await watched(server, 3)).toEqual(["a1", "a2", "ä3"]);
  expect(server.seen[0]).toMatchObject({
    url: "/api/v1/workspaces/north/stream",
    headers: { accept: "text/event-stream", authorization: "Bearer secret" },
  });
  expect(server.seen[0]?.headers["last-event-id"]).toBeUndefined();
});

test("a stream that breaks is resumed behind the last event, without a gap and nothing twice", async () => {
  const server = await serve((response, nth, { headers }) => {
    const from = Number(headers["last-event-id"] ?? 0);
    // A server that resumes one event too early.
    streamTo(response).write(said(Math.max(from, 1)) + said(from + 1));
    if (nth % 2 === 0) setTimeout(() => response.destroy(), 5);
    else response.end(`${said(from + 2)}id: ${from + 3}\nevent: run\nda`);
  });
  expect(await watched(server, 6, { lastEventId: "10" })).toEqual([
    "a11",
    "a12",
    "a13",
    "a14",
    "a15",
    "a16",
  ]);
  expect(server.seen[0]?.headers["last-event-id"]).toBe("10");
});

test("a reset is told, and what follows it is taken from there", async () => {
  const server = await serve((response) => {
    streamTo(response).write(`id: 3\nevent: reset\ndata: {}\n\n${said(4)}`);
  });
  expect(await watched(server, 2, { lastEventId: "900" })).toEqual(["reset", "a4"]);
});

test("events of unknown names and unknown fields are passed over, and not asked for again", async () => {
  const server = await serve((response, nth) => {
    if (nth === 0) streamTo(response).end(`colour: red\nid: 7\nevent: weather\ndata: sunny\n\n`);
    else streamTo(response).write(said(8));
  });
  expect(await watched(server, 1)).toEqual(["a8"]);
  expect(server.seen[1]?.headers["last-event-id"]).toBe("7");
});

test("a place that a greeting or a ping names is resumed behind, though nothing has happened yet", async () => {
  const server = await serve((response, nth) => {
    if (nth === 0) streamTo(response).end("retry: 2000\nid: 40\nevent: hello\ndata: {}\n\n");
    else if (nth === 1) streamTo(response).end(": ping\nid: 45\n\nid: 46\nda");
    else streamTo(response).write(said(44) + said(46));
  });
  const clock = createHastyClock();
  const seen: string[] = [];
  for await (const event of clientOf(server, { clock }).watch()) {
    seen.push(wordOf(event));
    break;
  }
  expect(seen).toEqual(["a46"]);
  const places = server.seen.map(({ headers }) => headers["last-event-id"]);
  expect(places).toEqual([undefined, "40", "45"]);
  for (const ms of clock.sleepsMs) expect(ms).toBeGreaterThanOrEqual(1_000);
});

test("a line that fell silent is given up and opened anew, but not while its reader is at work", async () => {
  const server = await serve((response, nth, { headers }) => {
    streamTo(response).write(said(Number(headers["last-event-id"] ?? 0) + 1));
    if (nth === 0) setTimeout(() => response.write(": ping\n\n"), 60);
  });
  const seen: string[] = [];
  const client = clientOf(server, { clock: createHastyClock() });
  for await (const event of client.watch({ silenceMsMax: 100 })) {
    seen.push(wordOf(event));
    if (seen.length === 3) break;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  expect(seen).toEqual(["a1", "a2", "a3"]);
  expect(server.seen).toHaveLength(3);
});

test("of one run, only its own events are told", async () => {
  const server = await serve((response) => {
    streamTo(response).write(said(1, "a") + said(2, "b") + said(3, "a") + said(4, "b"));
  });
  expect(await watched(server, 2, { run: "b" })).toEqual(["b2", "b4"]);
  expect(server.seen[0]?.url).toBe("/api/v1/workspaces/north/stream?run=b");
});

describe("a server that ends the stream", () => {
  test("is asked again, and a token that has ended by then is told", async () => {
    const server = await serve((response, nth) => {
      if (nth === 0) streamTo(response).end(`${said(1)}event: bye\ndata: {}\n\n`);
      else answerJson(response, problem("not_signed_in", 401), { status: 401 });
    });
    expect(await faultOf(watched(server, 2))).toMatchObject({ code: "not_signed_in" });
    expect(server.seen).toHaveLength(2);
  });

  test("is waited for longer and longer while it is missing, and not for ever", async () => {
    const clock = createHastyClock();
    const server = await serve((response) =>
      answerJson(response, problem("not_ready", 503), { status: 503 }),
    );
    const watching = async () => {
      for await (const event of clientOf(server, { clock }).watch({ missesMax: 9 })) wordOf(event);
    };
    expect(await faultOf(watching())).toMatchObject({ code: "not_ready" });
    expect(server.seen).toHaveLength(10);
    expect(clock.sleepsMs.at(-1)).toBeGreaterThan(7_000);
    expect(Math.max(...clock.sleepsMs)).toBeLessThanOrEqual(15_000);
  });
});

test("a signal ends the watch quietly, and the connection with it", async () => {
  let closed = false;
  const server = await serve((response) => {
    streamTo(response).write(said(1));
    response.on("close", () => (closed = true));
  });
  const stop = new AbortController();
  const seen: string[] = [];
  for await (const event of clientOf(server).watch({ signal: stop.signal })) {
    seen.push(wordOf(event));
    stop.abort();
  }
  expect(seen).toEqual(["a1"]);
  await expect.poll(() => closed).toBe(true);
});

test("whoever stops reading closes the connection", async () => {
  let closed = false;
  const server = await serve((response) => {
    streamTo(response).write(said(1));
    response.on("close", () => (closed = true));
  });
  await watched(server, 1);
  await expect.poll(() => closed).toBe(true);
});

test("a page in place of the stream is told", async () => {
  const server = await serve((response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
  );
  expect(await faultOf(watched(server, 1))).toMatchObject({ name: "UnexpectedAnswerError" });
});
