import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type BulkWorld, countsIn, openBulkWorld } from "./bulk.test-kit.ts";
import { BULK_RUNS_ROUTE } from "./bulk-runs-route.ts";
import { API, CONTOSO, FABRIKAM, get, members, post } from "./http.test-kit.ts";

let world: BulkWorld;

beforeAll(async () => {
  world = await openBulkWorld();
});
afterAll(() => world.close());

const WHY = { reason: "The licence was renewed." };

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

  test("a filter tells nothing of runs that are not the actor's to see", async () => {
    const type = "hidden.work";
    const hidden = crypto.randomUUID();
    await world.settled.database.executeSql(
      `insert into settled.operation_runs
         (workspace_id, environment_id, id, operation_type, identity_key, initiator, input)
       values ('north', 'fabrikam', $1, $2, 'key', '{"name": "Maria"}', '{}'),
         ('north', 'contoso', gen_random_uuid(), $2, 'key', '{"name": "Maria"}', '{}')`,
      [hidden, type],
    );
    const policy = members({ fabrikam: { kind: "hidden" } });
    const told = await world.bulk(
      { action: "cancel", filter: { type }, dry_run: true },
      { policy },
    );
    expect(told).toMatchObject({ status: 200, body: { targets: 1 } });
    expect(JSON.stringify(told.body)).not.toContain(hidden);
  });

  test("its operation reads as unknown, also to those who may see no runs", async () => {
    const forbidden = { kind: "forbidden", capability: "runs.view" } as const;
    const path = `${API}/operations/operation_runs.bulk.apply/runs`;
    const handle = world.handlerWith(members({ "runs.view": forbidden }));
    const answer = await handle(post(path, {}));
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain("operation_types");
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
  test("can be told as a JSON schema, its answers too", () => {
    const { operation } = BULK_RUNS_ROUTE;
    const told = z.toJSONSchema(operation?.body ?? z.never(), { io: "input" });
    expect(told).toMatchObject({ type: "object", required: ["action"] });
    for (const { schema } of Object.values(operation?.answers ?? {})) {
      expect(() => z.toJSONSchema(schema ?? z.never())).not.toThrow();
    }
  });

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
