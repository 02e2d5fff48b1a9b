import { afterAll, beforeAll, expect, test } from "vitest";
import { createSettled, type Settled } from "../create-settled.ts";
import { connectDatabase, type Database } from "../postgres/database.ts";
import { inServerRole } from "../postgres/in-server-role.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import type { Initiator } from "../run/actor.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { createHttpHandler } from "./create-http-handler.ts";
import type { ServedSettled } from "./http-handler-options.ts";
import {
  act,
  IDLE_ENGINE,
  MARIA,
  members,
  NORTH,
  post,
  problemIn,
  REVIEW,
  reviewOperations,
  START,
} from "./http.test-kit.ts";

const REPEATS = 50;
/** As many as a process has unless told otherwise. */
const CONNECTIONS = 10;
const BEN: Initiator = { kind: "user", id: "u2", name: "Ben" };
const SERVICE: Initiator = { kind: "service", id: "u1", name: "Nightly" };

let database: TestDatabase;
let owner: Database;
let settled: Settled;

beforeAll(async () => {
  database = await startTestDatabase();
  const { url: connectionString } = database;
  await migrateDatabase({ connectionString });
  const operations = reviewOperations(new Map());
  owner = connectDatabase({ connectionString });
  settled = createSettled({
    postgres: asServer(connectionString),
    engine: IDLE_ENGINE,
    operations,
  });
});
afterAll(async () => {
  await settled.close();
  await owner.close();
  await database.close();
});

function asServer(connectionString: string) {
  return { connectionString: inServerRole(connectionString), rowSecurity: "workspace" } as const;
}

function handler(actor: Initiator = MARIA, served: ServedSettled = settled) {
  return createHttpHandler({
    settled: served,
    resolveActor: () => Promise.resolve(actor),
    policy: members(),
  });
}

function keyed(key: string, month: string): Request {
  return post(START, { input: { month } }, { "idempotency-key": key });
}

async function runsOf(month: string): Promise<number> {
  const { rows } = await owner.executeSql(
    "select count(*)::int as runs from settled.operation_runs where input ->> 'month' = $1",
    [month],
  );
  return (rows[0] as { runs: number }).runs;
}

async function endRuns(): Promise<void> {
  const { runs } = await settled.reader.listRuns({
    workspaceId: NORTH,
    filter: { status: ["queued"], operationType: [REVIEW] },
    after: null,
    limit: 200,
  });
  for (const run of runs) await settled.cancel(run, MARIA);
}

test("a start that is sent again gets the same answer, also when its run has ended", async () => {
  const key = crypto.randomUUID();
  const first = await handler()(keyed(key, "again"));
  const said = await first.text();
  expect([first.status, first.headers.has("idempotency-replayed")]).toEqual([202, false]);
  await endRuns();
  const second = await handler()(keyed(key, "again"));
  expect([second.status, second.headers.get("idempotency-replayed")]).toEqual([202, "true"]);
  expect(await second.text()).toBe(said);
  for (const name of ["location", "operation-location", "etag"]) {
    expect(second.headers.get(name)).toBe(first.headers.get(name));
  }
  expect(await runsOf("again")).toBe(1);
});

test("fifty starts at once under one key are one run, and each is answered or told to come back", async () => {
  const key = crypto.randomUUID();
  const answers = await Promise.all(
    Array.from({ length: REPEATS }, () => handler()(keyed(key, "fifty"))),
  );
  const first = answers.filter(
    ({ status, headers }) => status === 202 && !headers.has("idempotency-replayed"),
  );
  expect(first).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status !== 202)) {
    expect(answer.headers.has("retry-after")).toBe(true);
    expect(await problemIn(answer)).toMatchObject({
      status: 409,
      body: { code: "request_in_flight" },
    });
  }
  expect(await runsOf("fifty")).toBe(1);
  expect((await handler()(keyed(key, "fifty"))).headers.get("idempotency-replayed")).toBe("true");
});

test("the same key with another body or address is a mistake, and starts nothing", async () => {
  const key = crypto.randomUUID();
  await handler()(keyed(key, "mine"));
  const other = await problemIn(await handler()(keyed(key, "other")));
  expect(other).toMatchObject({ status: 422, body: { code: "idempotency_key_reused" } });
  const address = START.replace(REVIEW, "restore.execute");
  const elsewhere = post(address, { input: { month: "mine" } }, { "idempotency-key": key });
  expect((await handler()(elsewhere)).status).toBe(422);
  expect(await runsOf("other")).toBe(0);
});

test("a key is its actor's own: another person or program starts with it on their own", async () => {
  const key = crypto.randomUUID();
  await handler()(keyed(key, "Maria's"));
  for (const actor of [BEN, SERVICE]) {
    const answer = await handler(actor)(keyed(key, `${actor.name}'s`));
    expect([answer.status, answer.headers.has("idempotency-replayed")]).toEqual([202, false]);
  }
});

test("a rerun that is sent again starts nothing, however fast the new run ended", async () => {
  const started = await handler()(post(START, { input: { month: "once more" } }));
  const { id } = (await started.json()) as { id: string };
  await endRuns();
  const old = { workspaceId: NORTH, id: id as never };
  const key = { "idempotency-key": crypto.randomUUID() };
  const first = await handler()(act(old, "rerun", { reason: "wanted" }, key));
  await endRuns();
  const second = await handler()(act(old, "rerun", { reason: "wanted" }, key));
  expect(await second.text()).toBe(await first.text());
  expect(second.headers.get("idempotency-replayed")).toBe("true");
  expect(await runsOf("once more")).toBe(2);
  const other = await handler()(act(old, "rerun", { reason: "another" }, key));
  expect(other.status).toBe(422);
});

test("a server that dies before the commit leaves no run, and one that dies behind it the same run", async () => {
  const key = crypto.randomUUID();
  const dyingBefore: ServedSettled = {
    ...settled,
    answers: {
      answerOnce: (asked, work) =>
        settled.answers.answerOnce(asked, async (on) => {
          await work(on);
          throw new Error("killed");
        }),
    },
  };
  expect((await handler(MARIA, dyingBefore)(keyed(key, "killed"))).status).toBe(500);
  expect(await runsOf("killed")).toBe(0);
  const dyingBehind: ServedSettled = {
    ...settled,
    answers: {
      async answerOnce(asked, work) {
        await settled.answers.answerOnce(asked, work);
        throw new Error("killed");
      },
    },
  };
  expect((await handler(MARIA, dyingBehind)(keyed(key, "killed"))).status).toBe(500);
  const again = await handler()(keyed(key, "killed"));
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(await runsOf("killed")).toBe(1);
});

test("a request in flight holds its key, and the next is told to come back", async () => {
  const key = crypto.randomUUID();
  const inside = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const slow: ServedSettled = {
    ...settled,
    async start(input) {
      inside.resolve();
      await goOn.promise;
      return settled.start(input);
    },
  };
  const first = handler(MARIA, slow)(keyed(key, "slow"));
  await inside.promise;
  const second = await problemIn(await handler()(keyed(key, "slow")));
  expect(second).toMatchObject({ status: 409, body: { code: "request_in_flight" } });
  goOn.resolve();
  expect((await first).status).toBe(202);
});

test("a start that was refused is not stored: the corrected request may bear the same key", async () => {
  const key = crypto.randomUUID();
  const headers = { "idempotency-key": key };
  expect((await handler()(post(START, { input: { month: 5 } }, headers))).status).toBe(422);
  expect((await handler()(keyed(key, "corrected"))).status).toBe(202);
});

test("who may not start any more gets no stored answer either", async () => {
  const key = crypto.randomUUID();
  await handler()(keyed(key, "lost"));
  const capability = "reviews.compose";
  const handle = createHttpHandler({
    settled,
    resolveActor: () => Promise.resolve(MARIA),
    policy: members({ [capability]: { kind: "forbidden", capability } }),
  });
  expect((await handle(keyed(key, "lost"))).status).toBe(403);
});

test.each(["", " ", "a b", "ä", "x".repeat(256)])("the key %j cannot be used", async (key) => {
  const answer = await problemIn(await handler()(keyed(key, "unusable")));
  expect(answer).toMatchObject({ status: 400, body: { code: "invalid_idempotency_key" } });
  expect(await runsOf("unusable")).toBe(0);
});

test("a key is free again after 24 hours, and what is that old is taken away a few at a time", async () => {
  const key = crypto.randomUUID();
  await handler()(keyed(key, "aged"));
  await endRuns();
  await owner.executeSql(
    `insert into settled.keyed_answers (workspace_id, actor_kind, actor_id, key, fingerprint, answer)
     select 'north', 'user', 'old', 'key ' || i, '', '' from generate_series(1, 25) i`,
  );
  await owner.executeSql(
    "update settled.keyed_answers set kept_at = now() - interval '24 hours' where actor_id = 'old' or key = $1",
    [key],
  );
  const left = async () => {
    const { rows } = await owner.executeSql(
      "select count(*)::int as left from settled.keyed_answers where actor_id = 'old'",
    );
    return (rows[0] as { left: number }).left;
  };
  const answer = await handler()(keyed(key, "aged"));
  expect(answer.headers.has("idempotency-replayed")).toBe(false);
  expect([await runsOf("aged"), await left()]).toEqual([2, 15]);
  for (let n = 0; n < 2; n += 1) await handler()(keyed(crypto.randomUUID(), `later ${n}`));
  expect(await left()).toBe(0);
});

test("more starts at once than there are connections are all answered, none waiting for a second one", async () => {
  const months = Array.from({ length: 3 * CONNECTIONS }, (_, n) => `crowd ${n}`);
  const startAll = () =>
    Promise.all(months.map((month) => handler()(keyed(crypto.randomUUID(), month))));
  const started = await startAll();
  expect(new Set(started.map(({ status }) => status))).toEqual(new Set([202]));
  const joined = await startAll();
  expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([200]));
  await endRuns();
  const ids = await Promise.all(
    started.map(async (answer) => (await answer.json()) as { id: never }),
  );
  const rerun = await Promise.all(
    ids.map(({ id }) => {
      const key = { "idempotency-key": crypto.randomUUID() };
      return handler()(act({ workspaceId: NORTH, id }, "rerun", {}, key));
    }),
  );
  expect(new Set(rerun.map(({ status }) => status))).toEqual(new Set([202]));
});

test("adapters see no stored answer", async () => {
  const look = settled.truth.withTruth(
    { workspaceId: NORTH, environmentId: null },
    { timeoutMs: 5_000 },
    (truth) => truth.query("select * from settled.keyed_answers"),
  );
  await expect(look).rejects.toMatchObject({ code: "truth_violated" });
});
