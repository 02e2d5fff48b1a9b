import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONTOSO, MARIA, members, NORTH, REVIEW } from "../http/http.test-kit.ts";
import type { SettledClient } from "./client.ts";
import { collected, faultOf } from "./client.test-kit.ts";
import { createClient } from "./create-client.ts";
import { openServedSettled, type ServedSettled } from "./served-settled.test-kit.ts";

const ABSENT = "01970000-0000-7000-8000-000000000000";

let server: ServedSettled;
let client: SettledClient;

beforeAll(async () => {
  server = await openServedSettled({
    basePath: "/internal/ops",
    policy: members({ fabrikam: { kind: "forbidden", capability: "runs.view" } }),
    resolveActor: ({ headers }) =>
      Promise.resolve(headers.get("authorization") === "Bearer t" ? MARIA : null),
  });
  client = clientOf("t");
});
afterAll(async () => {
  await server.close();
});

function clientOf(token: string, workspace: string = NORTH): SettledClient {
  return createClient({ baseUrl: `${server.url}/internal/ops`, workspace, token });
}

function start(month: string, idempotencyKey?: string) {
  const key = idempotencyKey === undefined ? {} : { idempotencyKey };
  return client.start(REVIEW, { environment_id: CONTOSO, input: { month }, ...key });
}

test("the catalog is told", async () => {
  expect(await client.operations()).toContainEqual(
    expect.objectContaining({
      type: REVIEW,
      label: "Environment review",
      capability: "reviews.compose",
    }),
  );
  expect(await client.readiness()).toMatchObject({ ready: true });
});

describe("a start", () => {
  test("is a run, joined by the next one of the same work", async () => {
    const run = await start("2026-01");
    expect(run).toMatchObject({ joined: false, done: false, environment_id: CONTOSO });
    expect(await start("2026-01")).toMatchObject({ id: run.id, joined: true });
  });

  test("under one key is one run, however often it is sent", async () => {
    const sent = Array.from({ length: 3 }, () => start("2026-02", "key-1"));
    const ids = (await Promise.all(sent)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
    expect(await faultOf(start("2026-03", "key-1"))).toMatchObject({
      code: "idempotency_key_reused",
    });
  });

  test("that is refused says which place of the input is wrong", async () => {
    const refused = client.start(REVIEW, { environment_id: CONTOSO, input: { month: 5 } });
    expect(await faultOf(refused)).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/input/month" }],
    });
    expect(await faultOf(client.start("review.composed"))).toMatchObject({
      code: "unknown_operation",
      problem: { operation_types: expect.arrayContaining([REVIEW]) as unknown },
    });
  });
});

describe("runs", () => {
  test("are listed over all pages, each once, newest first", async () => {
    const started = [await start("2026-04"), await start("2026-05"), await start("2026-06")];
    const since = started[0]?.created_at ?? "";
    const runs = await collected(client.list({ type: [REVIEW], since }, { pageSize: 1 }));
    expect(runs.map(({ id }) => id)).toEqual(started.map(({ id }) => id).toReversed());
    expect(await collected(client.list({ outcome: ["failed", "blocked"] }))).toEqual([]);
    const [first] = await collected(client.pages({ since }, { pageSize: 2 }));
    expect(first?.runs).toHaveLength(2);
    const rest = await collected(client.list({ since }, { cursor: first?.cursor ?? "" }));
    expect(rest.map(({ id }) => id)).toEqual([started[0]?.id]);
  });

  test("tell their timeline", async () => {
    const { id } = await start("2026-07");
    const events = await collected(client.events(id));
    expect(events.map(({ kind }) => kind)).toEqual(["created", "dispatched"]);
    const after = await collected(client.events(id, { after: events[0]?.sequence ?? "" }));
    expect(after.map(({ kind }) => kind)).toEqual(["dispatched"]);
  });

  test("are waited for until they end, until they change, or until time is up", async () => {
    const run = await start("2026-08");
    expect(await client.wait(run.id, { timeoutMs: 0 })).toMatchObject({ done: false });
    expect(await client.wait(run.id, { otherThan: run.version - 1 })).toMatchObject({
      done: false,
    });
    const waiting = client.wait(run.id);
    await client.cancel(run.id, { reason: "not wanted" });
    expect(await waiting).toMatchObject({ done: true, outcome: "cancelled" });
  });

  test("are not waited for any more once the signal fires", async () => {
    const { id } = await start("2026-09");
    const signal = AbortSignal.timeout(50);
    expect(await faultOf(client.wait(id, { signal }))).toMatchObject({ name: "TimeoutError" });
  });
});

describe("actions", () => {
  test("are taken on the version that was seen, or not at all", async () => {
    const run = await start("2026-10");
    const done = await client.cancel(run.id, { ifMatch: run.version });
    expect(done).toMatchObject({ cancellation: "cancelled", outcome: "cancelled" });
    expect(await faultOf(client.cancel(run.id, { ifMatch: run.version }))).toMatchObject({
      code: "stale_version",
      status: 412,
      reason: "stale",
    });
  });

  test("rerun, reconcile and resolve", async () => {
    const run = await start("2026-11");
    expect(await client.reconcile(run.id, { dryRun: true })).toMatchObject({
      look: { dry_run: true, changed: false },
    });
    const settledRun = await client.resolve(run.id, { outcome: "failed", reason: "I looked" });
    expect(settledRun).toMatchObject({ outcome: "failed", done: true });
    const again = await client.rerun(run.id, { reason: "quota raised" });
    expect(again).toMatchObject({ rerun_of: run.id, joined: false });
  });
});

describe("access", () => {
  test("another workspace, an absent run, no token and a forbidden environment", async () => {
    const { id } = await start("2026-12");
    expect(await faultOf(clientOf("t", "south").run(id))).toMatchObject({ code: "not_found" });
    expect(await faultOf(client.run(ABSENT))).toMatchObject({ code: "not_found", status: 404 });
    expect(await faultOf(clientOf("x").run(id))).toMatchObject({ code: "not_signed_in" });
    const listed = collected(client.list({ environment: ["fabrikam"] }));
    expect(await faultOf(listed)).toMatchObject({
      code: "forbidden",
      problem: { capability: "runs.view" },
    });
  });
});
