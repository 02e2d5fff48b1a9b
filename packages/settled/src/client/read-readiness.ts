import type { ReadinessJson } from "./answers.ts";
import type { ApiDoor } from "./api-door.ts";
import { ApiError } from "./api-error.ts";
import { callApi } from "./call-api.ts";
import type { CallOptions } from "./client-options.ts";

type Checks = ReadinessJson["checks"];

/** Whether the server can work now. "Not ready" is an answer; asked once, so that it is the state of now. */
export async function readReadiness(
  door: ApiDoor,
  { signal }: CallOptions,
): Promise<ReadinessJson> {
  try {
    const { checks } = await callApi<{ readonly checks: Checks }>(
      { ...door, attemptsMax: 1 },
      { method: "GET", path: "/health/ready", signal },
    );
    return { ready: true, checks };
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "not_ready") throw error;
    return { ready: false, checks: checksIn(error.problem["checks"]) };
  }
}

function checksIn(value: unknown): Checks {
  return Array.isArray(value) ? (value as Checks) : [];
}
