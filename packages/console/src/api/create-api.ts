import type { ConsoleSetup } from "../app/console-setup.ts";
import { ApiProblemError, readProblem, UNREACHABLE } from "./api-problem.ts";
import { createLine, type Line } from "./line.ts";

export interface ApiAnswer<Body> {
  readonly body: Body;
  readonly etag: string | null;
}

export interface ApiCall {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** The one way to the server: JSON in, JSON out, every refusal thrown as an `ApiProblemError`. */
export interface Api {
  /** `path` is below the API's address and begins with a slash. */
  ask<Body>(path: string, call?: ApiCall): Promise<ApiAnswer<Body>>;
  /** The address of a path, for links and streams. */
  addressOf(path: string): string;
  /** How the way to the server is. */
  readonly line: Line;
}

export function createApi({ api }: Pick<ConsoleSetup, "api">): Api {
  const addressOf = (path: string) => `${api}${path}`;
  const line = createLine();
  const ask: Api["ask"] = async (path, call = {}) => {
    const answer = await send(addressOf(path), call, line);
    line.answered(answer);
    if (!answer.ok) throw new ApiProblemError(await readProblem(answer));
    if (answer.redirected && !new URL(answer.url).pathname.startsWith(api)) {
      throw new ApiProblemError({ ...UNREACHABLE, status: 401, code: "not_signed_in" });
    }
    const body = answer.status === 204 ? null : await answer.json();
    return { body, etag: answer.headers.get("etag") };
  };
  return { ask, addressOf, line };
}

async function send(address: string, call: ApiCall, line: Line): Promise<Response> {
  const { method = "GET", body, ifMatch, idempotencyKey, signal } = call;
  const headers = new Headers({ accept: "application/json", "settled-request": "1" });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (ifMatch !== undefined) headers.set("if-match", ifMatch);
  if (idempotencyKey !== undefined) headers.set("idempotency-key", idempotencyKey);
  try {
    return await fetch(address, {
      method,
      headers,
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    line.lost();
    throw new ApiProblemError(UNREACHABLE);
  }
}
