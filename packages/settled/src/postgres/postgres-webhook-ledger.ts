import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { DeliveryRef, EndpointRef, EndpointWish } from "../ports/webhook.ts";
import type { WebhookLedger } from "../ports/webhook-ledger.ts";
import { SettledError } from "../run/settled-error.ts";
import type { NamedSql } from "./sql-files.ts";
import { asDelivery, asEndpoint } from "./webhook-row.ts";

export function createPostgresWebhookLedger(sql: NamedSql): WebhookLedger {
  const rowsOf = async (on: SqlExecutor, name: string, values: readonly unknown[]) =>
    (await on.executeSql(sql(name), values)).rows;
  const write = async (on: SqlExecutor, name: string, values: readonly unknown[]) => {
    await on.executeSql(sql(name), values);
  };
  return {
    async countEndpoints(on, workspaceId) {
      // Two statements: what one sees stands from its beginning, before it has waited.
      await write(on, "hold-webhook-endpoints", [workspaceId]);
      const [row] = await rowsOf(on, "count-webhook-endpoints", [workspaceId]);
      return (row as { count: number }).count;
    },
    async listEndpoints(on, workspaceId) {
      const rows = await rowsOf(on, "list-webhook-endpoints", [workspaceId, null]);
      return rows.map((row) => asEndpoint(row));
    },
    async findEndpoint(on, endpoint, { forUpdate } = { forUpdate: false }) {
      const key = endpointKey(endpoint);
      if (forUpdate) await write(on, "hold-webhook-endpoint", key);
      const [row] = await rowsOf(on, "list-webhook-endpoints", key);
      return row === undefined ? null : asEndpoint(row);
    },
    insertEndpoint: (on, endpoint, wish) =>
      write(on, "insert-webhook-endpoint", [...endpointKey(endpoint), ...wishRow(wish)]),
    changeEndpoint: (on, endpoint, wish) =>
      write(on, "change-webhook-endpoint", [...endpointKey(endpoint), ...wishRow(wish)]),
    switchEndpoint: (on, endpoint, because) =>
      write(on, "switch-webhook-endpoint", [...endpointKey(endpoint), because]),
    removeEndpoint: (on, endpoint) => write(on, "remove-webhook-endpoint", endpointKey(endpoint)),
    addSecret: (on, endpoint, { id, prefix, secret }, othersExpireAfterMs) =>
      write(on, "insert-webhook-secret", [
        ...endpointKey(endpoint),
        id,
        prefix,
        secret,
        othersExpireAfterMs,
      ]),
    async listDeliveries(on, { endpoint, after, limit }) {
      const values = [...endpointKey(endpoint), after, limit];
      return (await rowsOf(on, "list-webhook-deliveries", values)).map((row) => asDelivery(row));
    },
    async findDelivery(on, delivery) {
      const [row] = await rowsOf(on, "find-webhook-delivery", deliveryKey(delivery));
      return row === undefined ? null : asDelivery(row);
    },
    async insertPing(on, ping) {
      const [clock] = await rowsOf(on, "read-now", []);
      const body = ping.bodyAt((clock as { now: Date }).now);
      const values = [...deliveryKey(ping), ping.eventType, body, ping.errandId];
      const [row] = await rowsOf(on, "insert-webhook-ping", values);
      if (row === undefined) throw new SettledError("internal", "A ping was not written.");
      return asDelivery(row);
    },
    async redeliver(on, delivery, errandId) {
      const [row] = await rowsOf(on, "redeliver-webhook", [...deliveryKey(delivery), errandId]);
      return row === undefined ? null : asDelivery(row);
    },
  };
}

function endpointKey({ workspaceId, id }: EndpointRef): readonly string[] {
  return [workspaceId, id];
}

function deliveryKey({ workspaceId, endpointId, id }: DeliveryRef): readonly string[] {
  return [workspaceId, endpointId, id];
}

function wishRow({ url, description, eventTypes, environmentIds }: EndpointWish) {
  return [url, description, eventTypes, environmentIds] as const;
}
