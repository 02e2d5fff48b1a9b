import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DeliveryRef } from "../ports/webhook.ts";
import type { WebhookPost } from "../ports/webhook-post.ts";
import { deliverMessage } from "../webhooks/deliver-message.ts";
import { DISABLE_AFTER_FAILURES } from "../webhooks/must-disable.ts";
import { openReceiver } from "../webhooks/receiver.test-kit.ts";
import { errandPayloadOf } from "../webhooks/webhook-errand.ts";
import { webhookSettingsOf } from "../webhooks/webhook-settings.ts";
import {
  MARIA,
  NORTH,
  openWebhookWorld,
  type WebhookWorld,
} from "../webhooks/webhook-world.test-kit.ts";
import { SYSTEM_CLOCK } from "../ports/clock.ts";
import { NO_FAULTS } from "../ports/fault-points.ts";
import { SILENT_LOGGER } from "../ports/logger.ts";
import { createPostgresWebhookLedger } from "./postgres-webhook-ledger.ts";
import { createPostgresWebhookPost } from "./postgres-webhook-post.ts";
import { type NamedSql, readNamedSql } from "./sql-files.ts";

const PAGE = 50;
const HISTORY = 20_000;
/** A page, the way down the index and what an approximate index brings along. */
const ROWS_READ_MAX = 4 * PAGE;

let world: WebhookWorld;
let post: WebhookPost;
let sql: NamedSql;
let endpointId: string;

beforeAll(async () => {
  world = await openWebhookWorld();
  sql = readNamedSql("settled");
  post = createPostgresWebhookPost(world.settled.database, sql);
  endpointId = (await world.endpoint("http://127.0.0.1:1/")).endpoint.id;
  const { database } = world.settled;
  await database.executeSql(
    `insert into settled.webhook_deliveries
       (workspace_id, endpoint_id, id, event_type, sequence, body, status, errand_id, handed_over_at, created_at)
     select 'north', $1, gen_random_uuid(), 'operation_run.created', i, '{}', 'delivered', gen_random_uuid(), now(),
       now() - i * interval '1 second'
     from generate_series(1, ${HISTORY}) i`,
    [endpointId],
  );
  await database.executeSql("analyze");
});
afterAll(() => world.close());

async function waiting() {
  const act = { workspaceId: NORTH, id: endpointId, actor: MARIA };
  const answer = await world.desk.ping(act);
  if (answer.kind === "refused") throw new Error(answer.because);
  const found = await world.settled.database.transaction((tx) => post.takeWaiting(tx, PAGE));
  const mine = found.find(({ id }) => id === answer.delivery.id);
  if (mine === undefined) throw new Error("It does not wait.");
  const { errandId, ...delivery } = mine;
  return { errandId, delivery };
}

function now(delivery: DeliveryRef) {
  const ledger = createPostgresWebhookLedger(sql);
  return ledger.findDelivery(world.settled.database, delivery);
}

test("what a later try has found is not undone by a try that was taken for dead", async () => {
  const { database } = world.settled;
  const { delivery, errandId } = await waiting();
  const [zombie, later] = [
    await post.beginTry(delivery, errandId),
    await post.beginTry(delivery, errandId),
  ];
  if (zombie === null || later === null) throw new Error("It was over.");
  expect([zombie.number, later.number]).toEqual([1, 2]);
  const failed = { status: "failed", httpStatus: 500, error: "It failed." } as const;
  await post.endTry(database, zombie, failed);
  expect((await now(delivery))?.lastError).toBeNull();
  await post.endTry(database, later, { status: "delivered", httpStatus: 200, error: null });
  await post.endTry(database, zombie, failed);
  await post.giveUp(delivery, errandId, "too late");
  expect(await now(delivery)).toMatchObject({ status: "delivered", tries: 2, lastStatus: 200 });
  expect(await post.beginTry(delivery, errandId)).toBeNull();
});

test("an errand that a redelivery has replaced does nothing any more", async () => {
  const { delivery, errandId } = await waiting();
  await post.giveUp(delivery, errandId, "no luck");
  await world.desk.redeliver(delivery, MARIA);
  expect(await post.beginTry(delivery, errandId)).toBeNull();
  await post.giveUp(delivery, errandId, "too late");
  expect(await now(delivery)).toMatchObject({ status: "pending", lastError: "no luck" });
});

test("an endpoint at which nothing arrived for days is disabled, and the log says by whom", async () => {
  const { database, audit } = world.settled;
  const receiver = await openReceiver();
  receiver.answer(() => ({ status: 500 }));
  const { endpoint } = await world.endpoint(receiver.url);
  await database.executeSql(
    "update settled.webhook_endpoints set failing_since = now() - interval '6 days', failures_in_row = $2 where id = $1",
    [endpoint.id, DISABLE_AFTER_FAILURES - 1],
  );
  const answer = await world.desk.ping({ workspaceId: NORTH, id: endpoint.id, actor: MARIA });
  if (answer.kind === "refused") throw new Error(answer.because);
  const found = await database.transaction((tx) => post.takeWaiting(tx, PAGE));
  const mine = found.find(({ id }) => id === answer.delivery.id);
  const payload = errandPayloadOf({ delivery: answer.delivery, errandId: mine?.errandId ?? "" });
  const settings = webhookSettingsOf({ allowPrivate: true });
  const parts = { post, audit, settings, transactions: database, clock: SYSTEM_CLOCK };
  await deliverMessage(
    { ...parts, logger: SILENT_LOGGER, faults: NO_FAULTS },
    { payload, isLastTry: true, signal: new AbortController().signal },
  );
  expect((await world.desk.find(endpoint))?.disabled?.because).toBe("only_failures");
  const { rows } = await database.executeSql(
    "select actor, detail from settled.audit_entries where action = 'webhook.disable'",
  );
  expect(rows).toMatchObject([{ actor: { kind: "system" }, detail: { because: "only_failures" } }]);
  await receiver.close();
});

describe("an errand that was forged", () => {
  test.each([
    null,
    "text",
    {},
    { workspace_id: "north", endpoint_id: 1, delivery_id: 2, errand_id: 3 },
    { workspace_id: "north", endpoint_id: uuidv7(), delivery_id: uuidv7(), errand_id: uuidv7() },
  ])("does nothing: %j", async (payload) => {
    const { database, audit } = world.settled;
    const settings = webhookSettingsOf({ allowPrivate: true });
    const parts = { post, audit, settings, transactions: database, clock: SYSTEM_CLOCK };
    await deliverMessage(
      { ...parts, logger: SILENT_LOGGER, faults: NO_FAULTS },
      { payload, isLastTry: false, signal: new AbortController().signal },
    );
  });
});

test("old deliveries go, a few at a time, and secrets that have expired", async () => {
  const limit = 100;
  const olderThanMs = (HISTORY - 150) * 1_000;
  const went = [];
  for (let round = 0; round < 3; round += 1) went.push(await post.forget({ olderThanMs, limit }));
  expect(went[0]).toBe(limit);
  expect(went.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(150);
  expect(went[2]).toBe(0);
});

const LOOKS: Readonly<Record<string, () => readonly unknown[]>> = {
  "list-webhook-deliveries": () => ["north", endpointId, null, PAGE],
  "find-webhook-delivery": () => ["north", endpointId, uuidv7()],
  "take-waiting-webhook-deliveries": () => [PAGE],
  "begin-webhook-try": () => ["north", endpointId, uuidv7(), uuidv7()],
  "list-webhook-subscriptions": () => [["north", "south"]],
  "forget-webhook-deliveries": () => [(HISTORY + 1_000) * 1_000, PAGE],
  "forget-webhook-secrets": () => [PAGE],
};

test.each(Object.keys(LOOKS))("%s reads nothing of the history", async (name) => {
  const text = sql(name).replace(/;\s*$/, "");
  const { rows } = await world.settled.database.executeSql(
    `explain (analyze, format json) ${text}`,
    LOOKS[name]?.() ?? [],
  );
  const read = [
    ...JSON.stringify(rows).matchAll(/"(?:Actual Rows|Rows Removed by Filter)":(\d+)/g),
  ];
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter(([, count]) => Number(count) > ROWS_READ_MAX)).toEqual([]);
});
