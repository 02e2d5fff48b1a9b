import { afterAll, beforeAll, expect, test } from "vitest";
import { createSettled, type Settled } from "../create-settled.ts";
import { createPgBossEngine } from "../engines/pg-boss/pg-boss-engine.ts";
import { asWorkspaceId, type WorkspaceId } from "../run/scope.ts";
import { eventually } from "../testing/engine-driver-desk.ts";
import { openReceiver, type Receiver } from "../webhooks/receiver.test-kit.ts";
import type { WebhookDesk } from "../webhooks/webhook-desk.ts";
import {
  MARIA,
  NORTH,
  openWebhookWorld,
  webhookSettledOptions,
  type WebhookWorld,
} from "../webhooks/webhook-world.test-kit.ts";
import { connectDatabase, type Database } from "./database.ts";
import { inServerRole } from "./in-server-role.ts";

const SOUTH = asWorkspaceId("south");
const TABLES = ["webhook_endpoints", "webhook_secrets", "webhook_outbox", "webhook_deliveries"];

let world: WebhookWorld;
let receiver: Receiver;
let database: Database;
let served: Settled;
let desk: WebhookDesk;

/** A worker that owns the tables, and beside it a process that serves, held to the workspace that it names. */
beforeAll(async () => {
  [world, receiver] = await Promise.all([openWebhookWorld(), openReceiver()]);
  const made = await world.endpoint(receiver.url);
  await world.desk.ping({ workspaceId: NORTH, id: made.endpoint.id, actor: MARIA });
  const postgres = {
    connectionString: inServerRole(world.url),
    rowSecurity: "workspace",
  } as const;
  database = connectDatabase(postgres);
  const { connectionString } = postgres;
  const engine = createPgBossEngine({ connectionString, inWorkspace: database.inWorkspace });
  served = createSettled(webhookSettledOptions(connectionString, { postgres, engine }));
  if (served.webhooks === null) throw new Error("Webhooks are off.");
  desk = served.webhooks;
});
afterAll(async () => {
  await served.close();
  await database.close();
  await receiver.close();
  await world.close();
});

function rowsIn(workspaceId: WorkspaceId, table: string): Promise<readonly unknown[]> {
  return database
    .inWorkspace(workspaceId)
    .executeSql(`select workspace_id from settled.${table}`)
    .then(({ rows }) => rows);
}

test.each(["settled_server", "settled_reader"])("%s can read no secret", async (role) => {
  const reading = world.settled.database.transaction(async (tx) => {
    await tx.executeSql(`set local role ${role}`);
    await tx.executeSql("select set_config('settled_scope.workspace_id', 'north', true)");
    const { rows } = await tx.executeSql("select prefix from settled.webhook_secrets");
    expect(rows).toHaveLength(1);
    await tx.executeSql("select secret from settled.webhook_secrets");
  });
  await expect(reading).rejects.toMatchObject({ code: "permission_missing" });
});

test("a server does all that the desk offers, and nothing in another workspace", async () => {
  for (const table of TABLES) expect([table, await rowsIn(SOUTH, table)]).toEqual([table, []]);
  const wish = {
    url: receiver.url,
    description: "",
    eventTypes: ["operation_run.created"],
    environmentIds: null,
  } as const;
  const made = await desk.create(SOUTH, wish, MARIA);
  if (made.kind === "refused") throw new Error(made.because);
  const act = { workspaceId: SOUTH, id: made.endpoint.id, actor: MARIA };
  expect((await desk.rotate(act, 1_000)).kind).toBe("disclosed");
  expect((await desk.change(act, { description: "x" })).kind).toBe("found");
  expect((await desk.disable(act)).kind).toBe("found");
  expect((await desk.ping(act)).kind).toBe("under_way");
  expect(await desk.list(SOUTH)).toMatchObject([{ id: made.endpoint.id }]);
  const [northern] = await desk.list(NORTH);
  const foreign = { workspaceId: SOUTH, id: northern?.id ?? "", actor: MARIA };
  expect(await desk.remove(foreign)).toMatchObject({ because: "unknown" });
  expect((await desk.remove(act)).kind).toBe("removed");
  expect(await rowsIn(SOUTH, "webhook_secrets")).toEqual([]);
  expect(await rowsIn(NORTH, "webhook_secrets")).toHaveLength(1);
});

test("a run that a server starts is told of by the worker", async () => {
  const worker = await world.settled.work();
  try {
    const answer = await served.start({
      workspaceId: NORTH,
      environmentId: null,
      type: "letter.write",
      input: { word: "fine" },
      initiator: MARIA,
    });
    if (answer.kind === "refused") throw new Error(answer.because);
    await eventually("its end is told", () =>
      receiver.received.some(
        ({ body }) => body.includes(answer.run.id) && body.includes("operation_run.succeeded"),
      )
        ? null
        : `${receiver.received.length} messages came`,
    );
  } finally {
    await worker.stop();
  }
});
