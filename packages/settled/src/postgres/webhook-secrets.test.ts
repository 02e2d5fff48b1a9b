import { afterAll, beforeAll, expect, test } from "vitest";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import { asWorkspaceId } from "../run/scope.ts";
import {
  MARIA,
  NORTH,
  openWebhookWorld,
  type WebhookWorld,
} from "../webhooks/webhook-world.test-kit.ts";
import { createWebhookDesk } from "../webhooks/webhook-desk.ts";
import { createPostgresWebhookLedger } from "./postgres-webhook-ledger.ts";
import { readNamedSql } from "./sql-files.ts";

const SOUTH = asWorkspaceId("south");

let world: WebhookWorld;
beforeAll(async () => {
  world = await openWebhookWorld();
  const made = await world.endpoint("http://127.0.0.1:1/hooks");
  await world.desk.ping({ workspaceId: NORTH, id: made.endpoint.id, actor: MARIA });
});
afterAll(() => world.close());

/** As the server's role, with a workspace named or none. */
function asServer<Result>(
  workspaceId: typeof SOUTH | null,
  work: (tx: SqlExecutor) => Promise<Result>,
): Promise<Result> {
  return world.settled.database.transaction(async (tx) => {
    await tx.executeSql("set local role settled_server");
    await tx.executeSql("select set_config('settled_scope.workspace_id', $1, true)", [
      workspaceId ?? "",
    ]);
    return work(tx);
  });
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

test("a server's role does all that the desk does, and no more, in the workspace that it names", async () => {
  const { database, audit } = world.settled;
  const tables = ["webhook_endpoints", "webhook_secrets", "webhook_outbox", "webhook_deliveries"];
  for (const table of tables) {
    for (const workspaceId of [SOUTH, null]) {
      const count = `select count(*)::int as rows from settled.${table}`;
      const { rows } = await asServer(workspaceId, (tx) => tx.executeSql(count));
      expect(rows).toEqual([{ rows: 0 }]);
    }
  }
  const inRole = (workspaceId: typeof SOUTH) => {
    const transaction = <Result>(work: (tx: SqlExecutor) => Promise<Result>) =>
      asServer(workspaceId, work);
    const executeSql: SqlExecutor["executeSql"] = (text, values) =>
      transaction((tx) => tx.executeSql(text, values));
    return { transaction, executeSql };
  };
  const desk = createWebhookDesk({
    ledger: createPostgresWebhookLedger(readNamedSql("settled")),
    workspaces: { inWorkspace: inRole },
    audit,
    rules: { allowPrivate: true, ports: [] },
  });
  const wish = {
    url: "http://127.0.0.1:1/south",
    description: "",
    eventTypes: ["operation_run.failed"],
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
  const [northern] = (
    await database.executeSql(
      "select id from settled.webhook_endpoints where workspace_id = 'north'",
    )
  ).rows as { id: string }[];
  const foreign = { workspaceId: SOUTH, id: northern?.id ?? "", actor: MARIA };
  expect(await desk.remove(foreign)).toMatchObject({ because: "unknown" });
  expect((await desk.remove(act)).kind).toBe("removed");
});
