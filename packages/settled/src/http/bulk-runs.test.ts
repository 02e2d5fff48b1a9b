import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BULK_OPERATION } from "../bulk/bulk-order.ts";
import { reasonOf, relatedOf } from "../run/run-context.ts";
import { asRunId } from "../run/scope.ts";
import { type BulkWorld, countsIn, openBulkWorld } from "./bulk.test-kit.ts";
import { act, API, CONTOSO, FABRIKAM, get, MARIA, members, NORTH, post } from "./http.test-kit.ts";

let world: BulkWorld;

beforeAll(async () => {
  world = await openBulkWorld();
});
afterAll(() => world.close());
beforeEach(() => world.afterTarget(() => Promise.resolve()));

const WHY = { reason: "The licence was renewed." };

describe("an action on many runs", () => {
  test("is told before it is taken, and the telling changes nothing", async () => {
    const queued = await world.start();
    const over = await world.ended();
    const nobody = crypto.randomUUID();
    const ids = [queued.id, over.id, nobody];
    const { status, body } = await world.bulk({ action: "cancel", ids, dry_run: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ action: "cancel", dry_run: true, targets: 3, will_be_taken: 1 });
    expect(countsIn(body)).toEqual({ taken: 1, already_over: 1, not_found: 1 });
    expect(JSON.stringify(body["verdicts"])).toContain(`"id":"${queued.id}","environment_id"`);
    expect(await world.find(queued.id)).toEqual(queued);
    expect(await world.find(over.id)).toEqual(over);
  });

  test("is taken as a run of its own, whose mark each target's event bears", async () => {
    const queued = await Promise.all([world.start(), world.start(), world.start()]);
    const ids = queued.map(({ id }) => id);
    const started = await world.bulk({ action: "cancel", ids, ...WHY });
    expect(started.status).toBe(202);
    expect(started.headers.get("location")).toBe(`${API}/runs/${String(started.body["id"])}`);
    expect(started.body).toMatchObject({
      operation: { type: BULK_OPERATION },
      environment_id: "contoso",
      joined: false,
      preview: { will_be_taken: 3 },
    });
    const done = await world.execute(started);
    expect([done.outcome, reasonOf(done.context)]).toEqual(["succeeded", "all_taken"]);
    expect(done.summary).toEqual({ targets: 3, taken: 3 });
    expect(done.progress).toMatchObject({ done: 3, total: 3 });
    for (const target of queued) {
      expect((await world.find(target.id)).outcome).toBe("cancelled");
      expect((await world.eventsOf(target)).at(-1)).toMatchObject({
        kind: "cancelled",
        actor: MARIA,
        detail: { because: WHY.reason, bulk_run_id: done.id, bulk_target_id: target.id },
      });
    }
    const shown = await world.handler(get(`${API}/runs/${done.id}`));
    expect(await shown.json()).toMatchObject({
      artifact: { type: "bulk_record", id: done.id, href: `/workspaces/north/runs/${done.id}` },
      summary: { targets: 3, taken: 3 },
    });
    const timeline = await world.handler(get(`${API}/runs/${ids[0] ?? ""}/events`));
    const { events } = (await timeline.json()) as { events: { detail: object }[] };
    expect(events.at(-1)?.detail).toMatchObject({ bulk_run_id: done.id });
  });

  test("takes what a filter finds, as it stands when it is asked", async () => {
    const month = crypto.randomUUID();
    const some = await Promise.all([world.start(FABRIKAM), world.start(FABRIKAM)]);
    const filter = { status: "queued", environment: "fabrikam", q: "environment.review" };
    const started = await world.bulk({ action: "cancel", filter, ...WHY });
    const late = await world.start(FABRIKAM, month);
    const done = await world.execute(started);
    expect(done.summary).toEqual({ targets: 2, taken: 2 });
    expect(await Promise.all(some.map(async ({ id }) => (await world.find(id)).outcome))).toEqual([
      "cancelled",
      "cancelled",
    ]);
    expect((await world.find(late.id)).status).toBe("queued");
  });

  test("leaves a run alone that has changed meanwhile, and says so", async () => {
    const [one, two] = [await world.ended(), await world.ended()];
    const body = { action: "resolve", outcome: "failed", ids: [one.id, two.id], ...WHY };
    const started = await world.bulk(body);
    const asked = { workspaceId: NORTH, id: two.id, related: null, actor: MARIA };
    await world.settled.resolve({ ...asked, outcome: "blocked", because: "I know." });
    const done = await world.execute(started);
    expect([done.outcome, reasonOf(done.context)]).toEqual(["partially_succeeded", "some_refused"]);
    expect(done.summary).toEqual({ targets: 2, taken: 1, stale: 1 });
    expect((await world.find(one.id)).outcome).toBe("failed");
    expect((await world.find(two.id)).outcome).toBe("blocked");
  });

  test("tells which runs are not in the version that was seen, and leaves them out", async () => {
    const [one, two] = [await world.start(), await world.start()];
    const ids = [
      { id: one.id, version: one.version },
      { id: two.id, version: two.version + 1 },
    ];
    const told = await world.bulk({ action: "cancel", ids, dry_run: true });
    expect(countsIn(told.body)).toEqual({ taken: 1, stale: 1 });
    const done = await world.execute(await world.bulk({ action: "cancel", ids, ...WHY }));
    expect(done.summary).toEqual({ targets: 1, taken: 1 });
    expect((await world.find(two.id)).status).toBe("queued");
  });

  test("ends as failed if it was taken on none", async () => {
    const one = await world.start();
    const started = await world.bulk({ action: "cancel", ids: [one.id], ...WHY });
    await world.settled.cancel(one, MARIA);
    const done = await world.execute(started);
    expect([done.outcome, reasonOf(done.context)]).toEqual(["failed", "none_taken"]);
    expect(relatedOf(done.context)).toBeNull();
  });

  test("does the work of settled runs once more, once for each work", async () => {
    const month = crypto.randomUUID();
    const [one, twin, other] = [
      await world.ended(CONTOSO, month),
      await world.ended(CONTOSO, month),
      await world.ended(),
    ];
    const ids = [one.id, twin.id, other.id];
    const started = await world.bulk({ action: "rerun", ids, ...WHY });
    expect(countsIn(started.body["preview"])).toEqual({ taken: 2, same_work: 1 });
    const done = await world.execute(started);
    expect(done.summary).toEqual({ targets: 2, taken: 2 });
    const page = await world.settled.reader.listRuns({
      workspaceId: NORTH,
      filter: { status: ["queued"] },
      after: null,
      limit: 200,
    });
    const reruns = page.runs.filter(({ rerunOf }) => rerunOf !== null && ids.includes(rerunOf));
    expect(reruns).toHaveLength(2);
    expect(new Set(reruns.map(({ rerunOf }) => rerunOf))).toEqual(new Set([one.id, other.id]));
  });

  test("has the truth asked about each, and what stands is no refusal", async () => {
    const ended = await world.ended();
    const started = await world.bulk({ action: "reconcile", ids: [ended.id], ...WHY });
    const done = await world.execute(started);
    expect([done.outcome, done.summary]).toEqual(["succeeded", { targets: 1, unchanged: 1 }]);
    expect(await world.find(ended.id)).toEqual(ended);
  });

  test("that is cancelled part-way stops, and tells what it has done", async () => {
    const ids = (await Promise.all([1, 2, 3, 4].map(() => world.start()))).map(({ id }) => id);
    const started = await world.bulk({ action: "cancel", ids, ...WHY });
    const bulkRunId = asRunId(String(started.body["id"]));
    let acted = 0;
    world.afterTarget(async () => {
      acted += 1;
      if (acted !== 2) return;
      await world.settled.cancel({ workspaceId: NORTH, id: bulkRunId }, MARIA);
      // The next report of progress hears it; such reports are sent a few times a second.
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    const done = await world.execute(started);
    expect([done.outcome, reasonOf(done.context)]).toEqual([
      "partially_succeeded",
      "stopped_part_way",
    ]);
    expect(done.summary).toEqual({ targets: 4, taken: 2, not_reached: 2 });
    const left = await Promise.all(ids.map(async (id) => (await world.find(id)).status));
    expect(left.filter((status) => status === "queued")).toHaveLength(2);
  });

  test("that a second attempt goes on with takes no target twice", async () => {
    const ids = (await Promise.all([1, 2, 3, 4].map(() => world.ended()))).map(({ id }) => id);
    const started = await world.bulk({ action: "rerun", ids, ...WHY });
    const bulkRunId = asRunId(String(started.body["id"]));
    let acted = 0;
    world.afterTarget(() => {
      acted += 1;
      return acted === 2 ? Promise.reject(new Error("The worker died.")) : Promise.resolve();
    });
    await expect(world.execute(started)).rejects.toThrow("The worker died.");
    expect((await world.find(bulkRunId)).status).toBe("running");
    const done = await world.execute(started);
    expect([done.outcome, done.attempt]).toEqual(["succeeded", 2]);
    expect(done.summary).toEqual({ targets: 4, taken: 4 });
    const marks = await world.settled.reader.listBulkMarks({ workspaceId: NORTH, bulkRunId });
    expect(marks.map(({ targetId }) => targetId)).toEqual(ids);
  });

  test("that was given up half-way is settled by what its targets tell", async () => {
    const ids = (await Promise.all([1, 2, 3].map(() => world.start()))).map(({ id }) => id);
    const started = await world.bulk({ action: "cancel", ids, ...WHY });
    const bulkRunId = asRunId(String(started.body["id"]));
    world.afterTarget(() => Promise.reject(new Error("The worker died.")));
    await expect(world.execute(started)).rejects.toThrow("The worker died.");
    world.jobsAre("failed");
    const run = await world.find(bulkRunId);
    await world.settled.reconcile({ run, actor: MARIA, hint: "job_failed" });
    world.jobsAre("waiting");
    const settled = await world.find(bulkRunId);
    expect([settled.outcome, reasonOf(settled.context)]).toEqual([
      "partially_succeeded",
      "stopped_part_way",
    ]);
    expect(relatedOf(settled.context)).toEqual({ type: "bulk_record", id: bulkRunId });
    expect(settled.context.reconciliation?.checks).toContainEqual(
      expect.objectContaining({ check: "targets_bear_the_mark", passed: true }),
    );
  });

  test("never has itself, or another one, for a target", async () => {
    const one = await world.start();
    const started = await world.bulk({ action: "cancel", ids: [one.id], ...WHY });
    const id = String(started.body["id"]);
    for (const selection of [
      { ids: [id] },
      { filter: { type: BULK_OPERATION, status: "queued" } },
    ]) {
      const told = await world.bulk({ action: "cancel", ...selection, dry_run: true });
      expect(countsIn(told.body)).toEqual({ bulk_run: 1 });
      const refused = await world.bulk({ action: "cancel", ...selection, ...WHY });
      expect(refused).toMatchObject({ status: 409, body: { code: "nothing_to_take" } });
    }
    expect((await world.execute(started)).outcome).toBe("succeeded");
  });

  test("is started by no other door, and not listed among the operations", async () => {
    const one = await world.start();
    const started = await world.bulk({ action: "cancel", ids: [one.id], ...WHY });
    const done = await world.execute(started);
    const input = { action: "cancel", because: "x", targets: [] };
    const named = await world.handler(post(`${API}/operations/${BULK_OPERATION}/runs`, { input }));
    expect(named.status).toBe(422);
    const told = (await named.json()) as { code: string; operation_types: string[] };
    expect(told.code).toBe("unknown_operation");
    expect(told.operation_types).not.toContain(BULK_OPERATION);
    const again = await world.handler(act(done, "rerun", {}));
    expect([again.status, await again.json()]).toMatchObject([
      409,
      { code: "operation_not_known" },
    ]);
    const listed = await world.handler(get(`${API}/operations`));
    expect(await listed.text()).not.toContain(BULK_OPERATION);
  });

  test("sent twice with one key is started once; sent twice at once, the second joins", async () => {
    const [one, two] = [await world.start(), await world.start()];
    const body = { action: "cancel", ids: [one.id], ...WHY };
    const key = crypto.randomUUID();
    const first = await world.bulk(body, { key });
    await world.execute(first);
    const again = await world.bulk(body, { key });
    expect(again.status).toBe(202);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.body["id"]).toBe(first.body["id"]);
    const other = { ...body, ids: [two.id] };
    const [started, joined] = [await world.bulk(other), await world.bulk(other)];
    expect([started.status, joined.status]).toEqual([202, 200]);
    expect(joined.body["id"]).toBe(started.body["id"]);
  });
});

describe("access to an action on many runs", () => {
  test("is asked for the action, and for each environment", async () => {
    const [own, foreign, hidden] = [
      await world.start(CONTOSO),
      await world.start(FABRIKAM),
      await world.start(null),
    ];
    const ids = [own.id, foreign.id, hidden.id];
    const policy = {
      ...members(),
      check: (_actor: unknown, capability: string, { environmentId }: { environmentId: unknown }) =>
        Promise.resolve(
          environmentId === null
            ? ({ kind: "forbidden", capability } as const)
            : environmentId === "fabrikam" && capability !== "runs.view"
              ? ({ kind: "forbidden", capability } as const)
              : ({ kind: "allowed" } as const),
        ),
      reach: () =>
        Promise.resolve({ kind: "environments", environmentIds: [CONTOSO, FABRIKAM] } as const),
    };
    const told = await world.bulk({ action: "cancel", ids, dry_run: true }, { policy });
    expect(countsIn(told.body)).toEqual({ taken: 1, not_allowed: 1, not_found: 1 });
    expect(JSON.stringify(told.body)).not.toContain(`${hidden.id}","environment_id`);
    const done = await world.execute(
      await world.bulk({ action: "cancel", ids, ...WHY }, { policy }),
    );
    expect(done).toMatchObject({ environmentId: "contoso", summary: { targets: 1, taken: 1 } });
    expect((await world.find(foreign.id)).status).toBe("queued");
    const both = { ...policy, check: members({ "runs.none": { kind: "hidden" } }).check };
    const refused = await world.bulk(
      { action: "cancel", ids: [(await world.start(CONTOSO)).id, foreign.id], ...WHY },
      { policy: both },
    );
    expect(refused).toMatchObject({ status: 422, body: { code: "one_environment_at_once" } });
  });

  test("a rerun needs what its operation needs", async () => {
    const ended = await world.ended();
    const forbidden = { kind: "forbidden", capability: "reviews.compose" } as const;
    const policy = members({ "reviews.compose": forbidden });
    const body = { action: "rerun", ids: [ended.id], dry_run: true };
    expect(countsIn((await world.bulk(body, { policy })).body)).toEqual({ not_allowed: 1 });
  });

  test("who may not take it anywhere is told what is missing, before the runs are looked at", async () => {
    const forbidden = { kind: "forbidden", capability: "runs.cancel" } as const;
    const policy = members({ "runs.cancel": forbidden });
    const body = { action: "cancel", ids: [crypto.randomUUID()], ...WHY };
    const refused = await world.bulk(body, { policy });
    expect(refused).toMatchObject({ status: 403, body: { capability: "runs.cancel" } });
    const outside = members({ "runs.view": { kind: "hidden" } });
    expect((await world.bulk({ nonsense: true }, { policy: outside })).status).toBe(404);
  });
});

describe("what an action on many runs takes", () => {
  const id = "0197c000-0000-7000-8000-000000000001";
  test.each([
    [{}, "/action"],
    [{ action: "delete", ids: [id], ...WHY }, "/action"],
    [{ action: "cancel", ...WHY }, "/ids"],
    [{ action: "cancel", ids: [id], filter: {}, ...WHY }, "/ids"],
    [{ action: "cancel", ids: [], ...WHY }, "/ids"],
    [{ action: "cancel", ids: ["x"], ...WHY }, "/ids/0"],
    [{ action: "cancel", ids: [{ id, version: 0 }], ...WHY }, "/ids/0"],
    [{ action: "cancel", ids: [id] }, "/reason"],
    [{ action: "cancel", ids: [id], reason: " " }, "/reason"],
    [{ action: "cancel", ids: [id], outcome: "failed", ...WHY }, "/outcome"],
    [{ action: "resolve", ids: [id], ...WHY }, "/outcome"],
    [
      { action: "resolve", ids: [id], outcome: "failed", related: { type: "" }, ...WHY },
      "/related",
    ],
    [{ action: "cancel", filter: { colour: "red" }, ...WHY }, "/filter/colour"],
    [{ action: "cancel", filter: { status: "done" }, ...WHY }, "/filter/status"],
    [{ action: "cancel", filter: { limit: "1" }, ...WHY }, "/filter/limit"],
    [{ action: "cancel", ids: [id], context: {}, ...WHY }, ""],
  ])("%j is refused at %s", async (body, pointer) => {
    const refused = await world.bulk(body);
    expect(refused).toMatchObject({ status: 422, body: { code: "invalid_body" } });
    const errors = refused.body["errors"] as { pointer: string }[];
    expect(errors.some((error) => error.pointer.startsWith(pointer))).toBe(true);
  });

  test("more than a thousand runs are refused, and none is acted on", async () => {
    const ids = Array.from({ length: 1_001 }, () => crypto.randomUUID());
    const named = await world.bulk({ action: "cancel", ids, ...WHY });
    expect(named).toMatchObject({ status: 422, body: { code: "invalid_body" } });
    await world.settled.database.executeSql(`
      insert into settled.operation_runs (workspace_id, id, operation_type, identity_key, initiator, input)
      select 'north', gen_random_uuid(), 'many.runs', 'key-' || n, '{"name": "Maria"}', '{}'
      from generate_series(1, 1001) n`);
    const found = await world.bulk({ action: "cancel", filter: { type: "many.runs" }, ...WHY });
    expect(found).toMatchObject({ status: 422, body: { code: "too_many_targets" } });
    const queued = { type: "many.runs", status: "queued", count: "capped" };
    const left = await world.handler(
      get(`${API}/runs?${new URLSearchParams(queued).toString()}&limit=1`),
    );
    expect(left.status).toBe(200);
  });
});
