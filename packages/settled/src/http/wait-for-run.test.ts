import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { OperationRun } from "../run/operation-run.ts";
import { API, get, HOST, members, openTestDesk, problemIn } from "./http.test-kit.ts";

function wait(run: OperationRun, query = "", headers: Record<string, string> = {}): Request {
  return get(`${API}/runs/${run.id}:wait${query}`, headers);
}

/** The answer once it is there; null while there is none. */
function watched(answer: Promise<Response>) {
  const seen: { response: Response | null } = { response: null };
  void answer.then((response) => (seen.response = response));
  return seen;
}

test("a run that has ended is answered at once", async () => {
  const desk = openTestDesk();
  const run = await desk.finish(await desk.start(), { outcome: "failed" });
  const tag = { "if-none-match": `"${run.version}"` };
  for (const headers of [{}, tag]) {
    const answer = await desk.handler({ clock: desk.clock })(wait(run, "", headers));
    expect(answer.status).toBe(200);
    expect(answer.headers.has("retry-after")).toBe(false);
    expect(await answer.json()).toMatchObject({ done: true, outcome: "failed" });
  }
});

test("a waiting request is answered soon after the run has ended", async () => {
  const desk = openTestDesk();
  const run = await desk.start();
  const seen = watched(desk.handler({ clock: desk.clock })(wait(run)));
  await desk.clock.advance(10_000);
  expect(seen.response).toBeNull();
  await desk.finish(run, { outcome: "blocked" });
  await desk.clock.advance(1_000);
  await expect.poll(() => seen.response?.status).toBe(200);
  expect(await seen.response?.json()).toMatchObject({ outcome: "blocked" });
});

test("a version that was not seen yet is news, at once or when it is written", async () => {
  const desk = openTestDesk();
  const handle = desk.handler({ clock: desk.clock });
  const run = await desk.start();
  const old = await handle(wait(run, "", { "if-none-match": `"${run.version - 1}"` }));
  expect(old.headers.get("etag")).toBe(`"${run.version}"`);
  const seen = watched(handle(wait(run, "", { "if-none-match": `"${run.version}"` })));
  await desk.clock.advance(3_000);
  expect(seen.response).toBeNull();
  await desk.begin(run);
  await desk.clock.advance(1_000);
  await expect.poll(() => seen.response?.headers.get("etag")).toBe(`"${run.version + 1}"`);
});

test("nobody waits longer than they said; then they get the run as it is", async () => {
  const desk = openTestDesk();
  const run = await desk.start();
  const seen = watched(desk.handler({ clock: desk.clock })(wait(run, "?timeout=2")));
  await desk.clock.advance(1_999);
  expect(seen.response).toBeNull();
  await desk.clock.advance(1);
  await expect.poll(() => seen.response?.status).toBe(200);
  expect(seen.response?.headers.has("retry-after")).toBe(true);
  expect(await seen.response?.json()).toMatchObject({ status: "queued", done: false });
});

test.each(["61", "-1", "1.5", "soon", ""])("a timeout of %s is refused", async (timeout) => {
  const desk = openTestDesk();
  const answer = await desk.handler()(wait(await desk.start(), `?timeout=${timeout}`));
  expect(await problemIn(answer)).toMatchObject({ status: 400, body: { code: "invalid_query" } });
});

test("only so many wait at once, and a place that was left is free again", async () => {
  const desk = openTestDesk();
  const run = await desk.start();
  const handle = desk.handler({ clock: desk.clock, waitsMax: 2 });
  const waiting = [watched(handle(wait(run))), watched(handle(wait(run)))];
  await pause(0);
  const third = await handle(wait(run));
  expect(third.headers.has("retry-after")).toBe(true);
  expect(await problemIn(third)).toMatchObject({ status: 503, body: { code: "too_many_waits" } });
  await desk.clock.advance(30_000);
  await expect.poll(() => waiting.map(({ response }) => response?.status)).toEqual([200, 200]);
  const fourth = watched(handle(wait(run, "?timeout=1")));
  await desk.clock.advance(1_000);
  await expect.poll(() => fourth.response?.status).toBe(200);
});

test("whoever hangs up waits no longer, and looks no more", async () => {
  const desk = openTestDesk();
  const run = await desk.start();
  let looks = 0;
  const reader: typeof desk.store = {
    ...desk.store,
    findRun(...place) {
      looks += 1;
      return desk.store.findRun(...place);
    },
  };
  const settled = { ...desk.settled, reader };
  const handle = desk.handler({ settled, clock: desk.clock, waitsMax: 1 });
  const hangUp = new AbortController();
  const address = `${HOST}${API}/runs/${run.id}:wait`;
  const waiting = handle(new Request(address, { signal: hangUp.signal }));
  await desk.clock.advance(2_000);
  hangUp.abort();
  await waiting;
  const looked = looks;
  await desk.clock.advance(30_000);
  expect(looks).toBe(looked);
  const next = watched(handle(wait(run, "?timeout=0")));
  await expect.poll(() => next.response?.status).toBe(200);
});

test("who loses access while they wait sees nothing at the end", async () => {
  const desk = openTestDesk();
  const run = await desk.start();
  let policy = members();
  const changing = { check: (...asked: Parameters<typeof policy.check>) => policy.check(...asked) };
  const handle = desk.handler({ policy: changing, clock: desk.clock });
  const seen = watched(handle(wait(run, "?timeout=5")));
  await desk.clock.advance(1_000);
  policy = members({ contoso: { kind: "hidden" } });
  await desk.clock.advance(4_000);
  await expect.poll(() => seen.response?.status).toBe(404);
});
