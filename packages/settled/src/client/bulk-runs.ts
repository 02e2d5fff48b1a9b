import type { BulkRun, BulkRuns, ForetoldBulk } from "./answers.ts";
import type { ApiDoor } from "./api-door.ts";
import { callApi } from "./call-api.ts";
import type { CallOptions } from "./client-options.ts";
import { newIdempotencyKey } from "./idempotency-key.ts";
import { listQueryOf } from "./list-query.ts";
import { workspacePath } from "./runs-address.ts";

export function foretellBulk(
  door: ApiDoor,
  order: BulkRuns,
  { signal }: CallOptions,
): Promise<ForetoldBulk> {
  const body = { ...bodyOf(order), dry_run: true };
  return callApi(door, { method: "POST", path: bulkPath(door), body, signal });
}

export function startBulk(
  door: ApiDoor,
  order: BulkRuns,
  call: CallOptions & { readonly idempotencyKey?: string },
): Promise<BulkRun> {
  const { idempotencyKey = newIdempotencyKey(), signal } = call;
  const asked = { method: "POST", path: bulkPath(door), body: bodyOf(order), signal } as const;
  return callApi(door, { ...asked, idempotencyKey });
}

/** A filter is sent as the members of a list's query. */
function bodyOf({ filter, ...order }: BulkRuns): object {
  return filter === undefined
    ? order
    : { ...order, filter: Object.fromEntries(listQueryOf(filter)) };
}

function bulkPath(door: ApiDoor): string {
  return `${workspacePath(door)}/runs:bulk`;
}
