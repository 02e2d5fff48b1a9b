import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { AccessReach } from "../ports/access-policy.ts";
import type { HttpHandlerOptions } from "./http-handler-options.ts";
import { API, CONTOSO, FABRIKAM, get, members, openTestDesk, problemIn } from "./http.test-kit.ts";
import { readStream } from "./read-stream.test-kit.ts";

type Desk = ReturnType<typeof openTestDesk>;

async function open(
  desk: Desk,
  {
    query = "",
    headers = {},
    options = {},
  }: {
    query?: string;
    headers?: Record<string, string>;
    options?: Partial<HttpHandlerOptions>;
  } = {},
) {
  const handle = desk.handler({ clock: desk.clock, ...options });
  const response = await handle(get(`${API}/stream${query}`, headers));
  expect(response.status).toBe(200);
  const stream = readStream(response);
  await expect.poll(() => stream.events()[0]).toMatch(/hello|reset/);
  return { ...stream, response };
}

test("what happens to a run is told as it happens, in thin words", async () => {
  const desk = openTestDesk();
  const stream = await open(desk);
  expect(stream.response.headers.get("content-type")).toBe("text/event-stream");
  expect(stream.response.headers.get("cache-control")).toBe("no-store");
  const run = await desk.start();
  const message = "password=hunter2 at /srv/secret.ts";
  await desk.fail(run, { name: "Error", message, stack: message, attempt: 1 });
  await expect.poll(() => stream.ids().length).toBe(4);
  const told = stream.frames.filter(({ event }) => event === "run");
  expect(told.map(({ data }) => data?.["kind"])).toEqual([
    "created",
    "dispatched",
    "begun",
    "attempt_ended",
  ]);
  expect(told[0]?.data).toEqual({
    sequence: told[0]?.id,
    run_id: run.id,
    kind: "created",
    version: 1,
    status: "queued",
    outcome: null,
    operation_type: run.operationType,
    environment_id: "contoso",
    at: run.createdAt.toISOString(),
  });
  expect(JSON.stringify(stream.frames)).not.toMatch(/hunter2|secret/);
  await stream.hangUp();
});

test("a new stream begins now; one that comes back gets all that it has missed, once", async () => {
  const desk = openTestDesk();
  await desk.start();
  const first = await open(desk);
  expect(first.frames[0]).toMatchObject({ event: "hello", data: { resumed: false }, id: "2" });
  expect(first.frames[0]?.text).toContain("retry: 2000\n");
  await desk.start();
  await expect.poll(() => first.ids()).toEqual(["3", "4"]);
  await first.hangUp();
  await desk.start();
  const again = await open(desk, { headers: { "last-event-id": "3" } });
  expect(again.frames[0]).toMatchObject({ event: "hello", data: { resumed: true }, id: "3" });
  await expect.poll(() => again.ids()).toEqual(["4", "5", "6"]);
  const asked = await open(desk, { query: "?last_event_id=05" });
  await expect.poll(() => asked.ids()).toEqual(["6"]);
  // A browser that comes back asks the old address anew, and says by the header how far it has come since.
  const both = await open(desk, {
    query: "?last_event_id=1",
    headers: { "last-event-id": "5" },
  });
  await expect.poll(() => both.ids()).toEqual(["6"]);
  for (const stream of [again, asked, both]) await stream.hangUp();
});

test.each(["7", "9223372036854775807", "99999999999999999999", "none of ours", "-1"])(
  "whoever comes back with %s, which is no place of this log, is told to start over",
  async (id) => {
    const desk = openTestDesk();
    await desk.start();
    const stream = await open(desk, { headers: { "last-event-id": id } });
    expect(stream.frames[0]).toMatchObject({ event: "reset", id: "2" });
    await desk.start();
    await expect.poll(() => stream.ids()).toEqual(["3", "4"]);
    await stream.hangUp();
  },
);

test("the id of an event of another workspace shows nothing of it", async () => {
  const desk = openTestDesk();
  const foreign = await desk.start({ workspaceId: "south" as never, environmentId: null });
  await desk.start();
  for (const id of ["1", "2"]) {
    const stream = await open(desk, { headers: { "last-event-id": id } });
    await expect.poll(() => stream.ids()).toEqual(["3", "4"]);
    expect(JSON.stringify(stream.frames)).not.toContain(foreign.id);
    await stream.hangUp();
  }
});

test("a stream can be narrowed to environments, types and runs", async () => {
  const desk = openTestDesk();
  const first = await desk.start();
  const streams = {
    contoso: await open(desk, { query: "?environment=contoso" }),
    restores: await open(desk, { query: "?type=restore.execute,other" }),
    first: await open(desk, { query: `?run=${first.id}` }),
  };
  await desk.start({ environmentId: FABRIKAM });
  await desk.start({ environmentId: null, type: "restore.execute" });
  await desk.start({ environmentId: CONTOSO });
  await desk.finish(first, { outcome: "blocked" });
  await expect.poll(() => streams.contoso.ids()).toEqual(["7", "8", "9", "10"]);
  await expect.poll(() => streams.restores.ids()).toEqual(["5", "6"]);
  await expect.poll(() => streams.first.ids()).toEqual(["9", "10"]);
  for (const stream of Object.values(streams)) await stream.hangUp();
});

test.each([
  ["?colour=red", "colour"],
  ["?environment=", "environment"],
  ["?run=1", "run"],
  ["?type=a&type=b", "type"],
  ["?last_event_id=soon", "last_event_id"],
])("the query %s is refused and says which parameter is wrong", async (query, parameter) => {
  const desk = openTestDesk();
  const answer = await problemIn(await desk.handler()(get(`${API}/stream${query}`)));
  expect(answer).toMatchObject({
    status: 400,
    body: { code: "invalid_query", errors: [{ parameter }] },
  });
});

test("nothing of an environment is told that the reader may not see", async () => {
  const desk = openTestDesk();
  const reach: AccessReach = { kind: "environments", environmentIds: [CONTOSO] };
  const reaching = { ...members(), reach: () => Promise.resolve(reach) };
  const asking = members({ fabrikam: { kind: "hidden" } });
  const withReach = await open(desk, { options: { policy: reaching } });
  const withoutReach = await open(desk, { options: { policy: asking } });
  await desk.start({ environmentId: FABRIKAM });
  await desk.start({ environmentId: null });
  await desk.start({ environmentId: CONTOSO });
  await expect.poll(() => withReach.ids()).toEqual(["5", "6"]);
  // Runs of the whole workspace are there for whoever may see the workspace.
  await expect.poll(() => withoutReach.ids()).toEqual(["3", "4", "5", "6"]);
  expect(JSON.stringify([withReach.frames, withoutReach.frames])).not.toContain("fabrikam");
  for (const policy of [reaching, asking]) {
    const address = `${API}/stream?environment=fabrikam`;
    expect((await desk.handler({ policy })(get(address))).status).toBe(404);
  }
  await withReach.hangUp();
  await withoutReach.hangUp();
});

test.each<[string, (access: Access) => void, string]>([
  ["whose session ended", (access) => (access.actor = null), "signed_out"],
  ["whose token is another's now", (access) => (access.actor = { ...ADA, id: "u9" }), "signed_out"],
  [
    "who was taken out of the workspace",
    (access) => (access.reach = { kind: "hidden" }),
    "access_lost",
  ],
  [
    "who got another role",
    (access) => (access.reach = { kind: "environments", environmentIds: [CONTOSO] }),
    "access_changed",
  ],
])(
  "a reader %s is told so within half a minute, and nothing more",
  async (_who, change, reason) => {
    const desk = openTestDesk();
    const access: Access = { actor: ADA, reach: { kind: "workspace" } };
    const stream = await open(desk, {
      options: {
        resolveActor: () => Promise.resolve(access.actor),
        policy: { ...members(), reach: () => Promise.resolve(access.reach) },
      },
    });
    await desk.clock.advance(60_000);
    expect(stream.seen.isOver).toBe(false);
    change(access);
    await desk.clock.advance(30_000);
    await stream.over;
    expect(stream.frames.at(-1)).toMatchObject({ event: "end", data: { reason } });
    await desk.start();
    await pause(10);
    expect(stream.ids()).toEqual([]);
  },
);

const ADA = { kind: "user", id: "u1", name: "Ada" } as const;
interface Access {
  actor: { kind: "user"; id: string; name: string } | null;
  reach: AccessReach;
}

test("a quiet stream shows every 15 s that it lives, and moves its place on", async () => {
  const desk = openTestDesk();
  const stream = await open(desk, { query: "?environment=fabrikam" });
  await desk.start({ environmentId: CONTOSO });
  await desk.clock.advance(14_000);
  expect(stream.frames).toHaveLength(1);
  await desk.clock.advance(2_000);
  await expect.poll(() => stream.frames.length).toBe(2);
  expect(stream.frames[1]?.text).toBe(": ping\nid: 2");
  await stream.hangUp();
});

test("only so many streams are open at once, and a place that was left is free again", async () => {
  const desk = openTestDesk();
  const actor = { current: ADA as { kind: "user"; id: string; name: string } };
  const handle = desk.handler({
    clock: desk.clock,
    streamsMax: 3,
    streamsOfActorMax: 2,
    resolveActor: () => Promise.resolve(actor.current),
  });
  const ask = () => handle(get(`${API}/stream`));
  const streams = [readStream(await ask()), readStream(await ask())];
  const own = await ask();
  expect(own.headers.has("retry-after")).toBe(true);
  expect(await problemIn(own)).toMatchObject({
    status: 429,
    body: { code: "too_many_own_streams" },
  });
  actor.current = { ...ADA, id: "u2" };
  streams.push(readStream(await ask()));
  actor.current = { ...ADA, id: "u3" };
  expect(await problemIn(await ask())).toMatchObject({
    status: 503,
    body: { code: "too_many_streams" },
  });
  await streams[0]?.hangUp();
  const next = readStream(await ask());
  await expect.poll(() => next.events()).toEqual(["hello"]);
  for (const stream of [...streams, next]) await stream.hangUp();
});

test("asking for the headers alone takes no place", async () => {
  const desk = openTestDesk();
  const handle = desk.handler({ clock: desk.clock, streamsMax: 1 });
  for (let times = 0; times < 3; times += 1) {
    const request = new Request(get(`${API}/stream`), { method: "HEAD" });
    expect((await handle(request)).status).toBe(200);
  }
});

test("when the program shuts down its streams are told so and end", async () => {
  const desk = openTestDesk();
  const closing = new AbortController();
  const stream = await open(desk, { options: { closing: closing.signal } });
  closing.abort();
  await stream.over;
  expect(stream.frames.at(-1)).toMatchObject({ event: "bye", data: { reason: "closing" } });
  const tail = await open(desk);
  await desk.store.tail.close();
  await tail.over;
  expect(tail.frames.at(-1)).toMatchObject({ event: "bye" });
});

test("a reader who takes nothing is dropped after a while, and finds everything when they are back", async () => {
  const desk = openTestDesk();
  const handle = desk.handler({ clock: desk.clock, streamsMax: 1 });
  const response = await handle(get(`${API}/stream`));
  const reader = response.body?.getReader();
  const hello = new TextDecoder().decode((await reader?.read())?.value);
  await desk.start();
  await desk.clock.advance(29_000);
  expect((await handle(get(`${API}/stream`))).status).toBe(503);
  await desk.clock.advance(2_000);
  await expect(reader?.read()).rejects.toThrow("takes nothing");
  const place = /^id: (\d+)$/m.exec(hello)?.[1] ?? "";
  const back = readStream(await handle(get(`${API}/stream`, { "last-event-id": place })));
  await expect.poll(() => back.ids()).toEqual(["1", "2"]);
  await back.hangUp();
});

test("for a reader who is behind no more is made than they take, one step of the log at a time", async () => {
  const desk = openTestDesk();
  const response = await desk.handler({ clock: desk.clock })(get(`${API}/stream`));
  const reader = response.body?.getReader();
  await reader?.read();
  for (let runs = 0; runs < 300; runs += 1) await desk.start();
  const chunks: number[] = [];
  while (chunks.reduce((sum, count) => sum + count, 0) < 600) {
    const text = new TextDecoder().decode((await reader?.read())?.value);
    chunks.push(text.split("\nevent: run\n").length - 1);
  }
  expect(Math.max(...chunks)).toBeLessThanOrEqual(200);
  expect(chunks.length).toBeLessThan(20);
  await reader?.cancel();
});

test("a reader of whom it cannot be asked any more who they are is sent away, to come back", async () => {
  const desk = openTestDesk();
  let isBroken = false;
  const stream = await open(desk, {
    options: {
      resolveActor: () =>
        isBroken ? Promise.reject(new Error("socket 10.0.0.1")) : Promise.resolve(ADA),
    },
  });
  isBroken = true;
  await desk.clock.advance(30_000);
  await stream.over;
  expect(stream.frames.at(-1)).toMatchObject({ event: "bye", data: { reason: "unavailable" } });
  expect(JSON.stringify(stream.frames)).not.toContain("10.0.0.1");
});

const COOKIE = { cookie: "session=1" };

test.each<[string, Record<string, string>, number]>([
  ["a cookie by the reader's own hand", COOKIE, 200],
  ["a cookie from this site", { ...COOKIE, "sec-fetch-site": "same-origin" }, 200],
  ["a cookie from another site", { ...COOKIE, "sec-fetch-site": "cross-site" }, 403],
  ["a cookie and another origin", { ...COOKIE, origin: "https://evil.example" }, 403],
  ["a token of a program", { authorization: "Bearer t" }, 200],
])("a stream is opened with %s or not", async (_what, headers, status) => {
  const desk = openTestDesk();
  const answer = await desk.handler({ clock: desk.clock })(get(`${API}/stream`, headers));
  expect(answer.status).toBe(status);
  await answer.body?.cancel();
});
