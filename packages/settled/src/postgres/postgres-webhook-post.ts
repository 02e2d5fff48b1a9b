import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { DeliveryRef } from "../ports/webhook.ts";
import type { WaitingDelivery, WebhookPost } from "../ports/webhook-post.ts";
import type { NamedSql } from "./sql-files.ts";
import { asFailures, asFeedEvent, asSubscription, asTry } from "./webhook-row.ts";

interface WaitingRow {
  readonly workspace_id: WaitingDelivery["workspaceId"];
  readonly endpoint_id: string;
  readonly id: string;
  readonly event_type: WaitingDelivery["eventType"];
  readonly errand_id: string;
}

export function createPostgresWebhookPost(database: SqlExecutor, sql: NamedSql): WebhookPost {
  const rowsOf = async (on: SqlExecutor, name: string, values: readonly unknown[]) =>
    (await on.executeSql(sql(name), values)).rows;
  const write = async (on: SqlExecutor, name: string, values: readonly unknown[]) => {
    await on.executeSql(sql(name), values);
  };
  return {
    async takeEvents(on, limit) {
      return (await rowsOf(on, "take-webhook-events", [limit])).map((row) => asFeedEvent(row));
    },
    async listSubscriptions(on, workspaceIds) {
      const rows = await rowsOf(on, "list-webhook-subscriptions", [workspaceIds]);
      return rows.map((row) => asSubscription(row));
    },
    async insertDeliveries(on, deliveries) {
      const made = deliveries.map((one) => ({
        workspace_id: one.workspaceId,
        endpoint_id: one.endpointId,
        id: one.id,
        event_type: one.eventType,
        sequence: one.sequence,
        body: one.body,
        errand_id: one.errandId,
      }));
      await write(on, "insert-webhook-deliveries", [JSON.stringify(made)]);
    },
    async takeWaiting(on, limit) {
      const rows = await rowsOf(on, "take-waiting-webhook-deliveries", [limit]);
      return rows.map((row) => asWaiting(row as WaitingRow));
    },
    async beginTry(delivery, errandId) {
      const values = [...deliveryKey(delivery), errandId];
      const [row] = await rowsOf(database, "begin-webhook-try", values);
      if (row === undefined) return null;
      const { workspaceId, endpointId, id } = delivery;
      return { workspaceId, endpointId, id, ...asTry(row) };
    },
    endTry: (on, attempt, { status, httpStatus, error }) =>
      write(on, "end-webhook-try", [
        ...deliveryKey(attempt),
        attempt.number,
        status,
        httpStatus,
        error,
      ]),
    giveUp: (delivery, errandId, error) =>
      write(database, "give-up-webhook-delivery", [...deliveryKey(delivery), errandId, error]),
    noteSuccess: (on, { workspaceId, id }) => write(on, "note-webhook-success", [workspaceId, id]),
    async noteFailure(on, { workspaceId, id }) {
      const [row] = await rowsOf(on, "note-webhook-failure", [workspaceId, id]);
      return row === undefined ? null : asFailures(row);
    },
    disable: (on, { workspaceId, id }, because) =>
      write(on, "switch-webhook-endpoint", [workspaceId, id, because]),
    async forget({ olderThanMs, limit }) {
      const deliveries = await rowsOf(database, "forget-webhook-deliveries", [olderThanMs, limit]);
      const secrets = await rowsOf(database, "forget-webhook-secrets", [limit]);
      return deliveries.length + secrets.length;
    },
  };
}

function asWaiting(row: WaitingRow): WaitingDelivery {
  return {
    workspaceId: row.workspace_id,
    endpointId: row.endpoint_id,
    id: row.id,
    eventType: row.event_type,
    errandId: row.errand_id,
  };
}

function deliveryKey({ workspaceId, endpointId, id }: DeliveryRef): readonly string[] {
  return [workspaceId, endpointId, id];
}
