import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { WorkerHandle } from "../start-worker.ts";
import { eventually } from "../testing/engine-driver-desk.ts";
import { openReceiver, type Received, type Receiver } from "./receiver.test-kit.ts";
import { MARIA, NORTH, openWebhookWorld, type WebhookWorld } from "./webhook-world.test-kit.ts";

const ORDER = {
  workspaceId: NORTH,
  environmentId: null,
  type: "letter.write",
  initiator: MARIA,
} as const;

let world: WebhookWorld;
let receiver: Receiver;
let worker: WorkerHandle | null = null;

beforeEach(async () => {
  [world, receiver] = await Promise.all([openWebhookWorld(), openReceiver()]);
});
afterEach(async () => {
  await worker?.stop({ graceMs: 2_000 });
  worker = null;
  await receiver.close();
  await world.close();
});

async function work(): Promise<void> {
  worker = await world.settled.work();
}

function typesOf(received: readonly Received[]): readonly string[] {
  return received.map(({ body }) => (JSON.parse(body) as { type: string }).type);
}

async function hears(count: number): Promise<void> {
  await eventually(`${count} messages arrive`, () =>
    receiver.received.length >= count ? null : `${receiver.received.length} have`,
  );
}

async function logOf(endpointId: string) {
  const page = await world.desk.deliveries({
    endpoint: { workspaceId: NORTH, id: endpointId },
    after: null,
    limit: 50,
  });
  return page?.deliveries ?? [];
}

test("an endpoint is told of a run from its beginning to its end, in signed messages without content", async () => {
  const { endpoint, secret } = await world.endpoint(receiver.url);
  await work();
  const runId = await world.start("fine");
  await hears(3);
  expect(typesOf(receiver.received).toSorted()).toEqual([
    "operation_run.created",
    "operation_run.started",
    "operation_run.succeeded",
  ]);
  for (const { body, headers } of receiver.received) {
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      data: { workspace_id: "north", environment_id: "berlin", run_id: runId },
    });
  }
  const last = receiver.received.find(({ body }) => body.includes("succeeded"));
  expect(JSON.parse(last?.body ?? "")).toEqual({
    type: "operation_run.succeeded",
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: {
      workspace_id: "north",
      run_id: runId,
      environment_id: "berlin",
      operation_type: "letter.write",
      status: "completed",
      outcome: "succeeded",
      version: expect.any(Number),
      sequence: expect.stringMatching(/^\d+$/),
      href: `/api/v1/workspaces/north/runs/${runId}`,
    },
  });
  await eventually("the log says so", async () => {
    const log = await logOf(endpoint.id);
    return log.every(({ status }) => status === "delivered") ? null : JSON.stringify(log);
  });
  expect((await logOf(endpoint.id)).map(({ tries, lastStatus }) => [tries, lastStatus])).toEqual([
    [1, 204],
    [1, 204],
    [1, 204],
  ]);
});

test("a receiver that refuses is tried again under the same id, and given up after the last try", async () => {
  const { endpoint } = await world.endpoint(receiver.url);
  receiver.answer(() => ({ status: 503, body: "We are\u0007 closed\nfor lunch" }));
  const answer = await world.desk.change(
    { workspaceId: NORTH, id: endpoint.id, actor: MARIA },
    { eventTypes: ["operation_run.created"] },
  );
  expect(answer.kind).toBe("found");
  await work();
  await world.start("fine");
  await hears(3);
  await eventually("it is given up", async () => {
    const [delivery] = await logOf(endpoint.id);
    return delivery?.status === "given_up" ? null : JSON.stringify(delivery);
  });
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  const [delivery] = await logOf(endpoint.id);
  expect(delivery).toMatchObject({
    tries: 3,
    lastStatus: 503,
    lastError: "The receiver answered 503: We are  closed",
  });
  const { failing } = (await world.desk.find(endpoint)) ?? {};
  expect(failing?.failuresInRow).toBe(3);

  receiver.answer(() => ({ status: 200 }));
  const again = await world.desk.redeliver(
    { workspaceId: NORTH, endpointId: endpoint.id, id: delivery?.id ?? "" },
    MARIA,
  );
  expect(again).toMatchObject({ kind: "under_way", delivery: { status: "pending" } });
  await hears(4);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  await eventually("it is delivered", async () => {
    const [now] = await logOf(endpoint.id);
    return now?.status === "delivered" && now.tries === 4 ? null : JSON.stringify(now);
  });
  expect((await world.desk.find(endpoint))?.failing).toBeNull();
});

test("a receiver that answers 410 is not called again, and the endpoint says why", async () => {
  const { endpoint } = await world.endpoint(receiver.url);
  receiver.answer(() => ({ status: 410 }));
  await work();
  await world.start("fine");
  await eventually("it is disabled", async () => {
    const found = await world.desk.find(endpoint);
    return found?.disabled?.because === "gone" ? null : JSON.stringify(found);
  });
  await eventually("nothing is on its way", async () => {
    const log = await logOf(endpoint.id);
    return log.every(({ status }) => status === "given_up") ? null : JSON.stringify(log);
  });
  const heard = receiver.received.length;
  const run = await world.start("fine");
  await eventually("the run ends", async () => {
    const found = await world.settled.reader.findRun(NORTH, run as never);
    return found?.status === "completed" ? null : "it runs";
  });
  expect(receiver.received).toHaveLength(heard);
  const { rows } = await world.settled.database.executeSql(
    "select actor ->> 'kind' as kind, detail from settled.audit_entries where action = 'webhook.disable'",
  );
  expect(rows).toEqual([{ kind: "system", detail: { because: "gone" } }]);

  // A person mends it, asks whether it works, and enables it.
  receiver.answer(() => ({ status: 200 }));
  const act = { workspaceId: NORTH, id: endpoint.id, actor: MARIA };
  await world.desk.ping(act);
  await hears(heard + 1);
  expect(typesOf(receiver.received).at(-1)).toBe("ping");
  await world.desk.enable(act);
  await world.start("fine");
  await hears(heard + 4);
});

test("after a rotation both secrets verify every message until the older one expires", async () => {
  const { endpoint, secret } = await world.endpoint(receiver.url);
  const act = { workspaceId: NORTH, id: endpoint.id, actor: MARIA };
  const rotated = await world.desk.rotate(act, 3_600_000);
  if (rotated.kind === "refused") throw new Error(rotated.because);
  expect(rotated.endpoint.secrets).toHaveLength(2);
  await work();
  await world.desk.ping(act);
  await hears(1);
  const [first] = receiver.received;
  for (const one of [secret, rotated.secret]) {
    expect(new Webhook(one).verify(first?.body ?? "", first?.headers ?? {})).toBeTruthy();
  }
  const last = await world.desk.rotate(act, 0);
  if (last.kind === "refused") throw new Error(last.because);
  expect(last.endpoint.secrets).toHaveLength(1);
  await world.desk.ping(act);
  await hears(2);
  const second = receiver.received[1];
  expect(new Webhook(last.secret).verify(second?.body ?? "", second?.headers ?? {})).toBeTruthy();
  for (const one of [secret, rotated.secret]) {
    expect(() => new Webhook(one).verify(second?.body ?? "", second?.headers ?? {})).toThrow(
      "No matching signature",
    );
  }
});

test("a run that is settled otherwise is told by its new outcome and as reconciled", async () => {
  await world.endpoint(receiver.url);
  await work();
  const runId = await world.start("refused");
  await hears(3);
  expect(typesOf(receiver.received)).toContain("operation_run.blocked");
  const answer = await world.settled.resolve({
    workspaceId: NORTH,
    id: runId as never,
    actor: MARIA,
    outcome: "cancelled",
    related: null,
    because: "Nobody writes letters any more.",
  });
  expect(answer.kind).not.toBe("refused");
  await hears(5);
  expect(typesOf(receiver.received).slice(3).toSorted()).toEqual([
    "operation_run.cancelled",
    "operation_run.reconciled",
  ]);
});

test("an endpoint for one environment hears of no other, nor of the whole workspace", async () => {
  const { endpoint } = await world.endpoint(receiver.url);
  await world.desk.change(
    { workspaceId: NORTH, id: endpoint.id, actor: MARIA },
    { environmentIds: ["berlin" as never], eventTypes: ["operation_run.created"] },
  );
  await work();
  await world.start("fine", "paris" as never);
  await world.start("fine", null);
  const ours = await world.start("fine");
  await hears(1);
  await eventually("all is fed", async () => {
    const { rows } = await world.settled.database.executeSql(
      "select 1 from settled.webhook_outbox",
    );
    return rows.length === 0 ? null : `${rows.length} wait`;
  });
  expect(receiver.received.map(({ body }) => JSON.parse(body).data.run_id)).toEqual([ours]);
  expect(await logOf(endpoint.id)).toHaveLength(1);
});

test("an endpoint hears of what is written after it was made, also by a transaction begun before", async () => {
  const other = await openReceiver();
  await world.endpoint(other.url);
  const before = await world.start("fine");
  await world.settled.database.transaction(async (on) => {
    await on.executeSql("select 1");
    await world.endpoint(receiver.url);
    await world.settled.start({ ...ORDER, input: { word: "fine", made: 99 }, on });
  });
  await work();
  await hears(3);
  await eventually("the other one hears of both", () => {
    const types = typesOf(other.received).filter((type) => type.endsWith("created"));
    return types.length === 2 ? null : types.join(", ");
  });
  expect(typesOf(receiver.received).filter((type) => type.endsWith("created"))).toHaveLength(1);
  const created = receiver.received.filter(({ body }) => body.includes("created"));
  expect(created.some(({ body }) => body.includes(before))).toBe(false);
  await other.close();
});
