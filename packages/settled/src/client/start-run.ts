import type { StartedRun, StartRun } from "./answers.ts";
import type { ApiDoor } from "./api-door.ts";
import { callApi } from "./call-api.ts";
import type { CallOptions } from "./client-options.ts";
import { newIdempotencyKey } from "./idempotency-key.ts";
import { workspacePath } from "./runs-address.ts";

/** Starts once, however often the request has to be sent. */
export function startRun(
  door: ApiDoor,
  type: string,
  given: StartRun & CallOptions,
): Promise<StartedRun> {
  const { environment_id: environmentId, input, idempotencyKey, signal } = given;
  return callApi(door, {
    method: "POST",
    path: `${workspacePath(door)}/operations/${encodeURIComponent(type)}/runs`,
    body: {
      ...(environmentId === undefined ? {} : { environment_id: environmentId }),
      ...(input === undefined ? {} : { input }),
    },
    idempotencyKey: idempotencyKey ?? newIdempotencyKey(),
    signal,
  });
}
