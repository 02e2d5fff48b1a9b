import type { ApiDoor } from "./api-door.ts";
import { NetworkError, networkCodeOf } from "./network-error.ts";

export interface ApiRequest {
  readonly method: "GET" | "POST";
  /** Below the mount: `/api/v1/…`. */
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** How long the server may take before it begins its answer, beyond the usual. */
  readonly waitMs?: number;
}

export interface SentRequest {
  readonly response: Response;
  /** Begins the time for the answer anew, or (null) lets it take as long as it likes. */
  giveTime(ms: number | null): void;
  /** What a fault while reading the answer means. */
  asFault(error: unknown): unknown;
}

/** Sends once. Rejects with a NetworkError if no answer begins in time, and with the signal's reason if that fires. */
export async function sendRequest(door: ApiDoor, request: ApiRequest): Promise<SentRequest> {
  const { signal } = request;
  signal?.throwIfAborted();
  const limit = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveTime = (ms: number | null) => {
    clearTimeout(timer);
    if (ms !== null) timer = setTimeout(() => limit.abort(), ms);
  };
  const asFault = (error: unknown): unknown => {
    giveTime(null);
    if (signal?.aborted === true) return signal.reason;
    return limit.signal.aborted
      ? new NetworkError("timeout", error)
      : new NetworkError(networkCodeOf(error), error);
  };
  const headers = await headersOf(door, request);
  giveTime(door.requestTimeoutMs + (request.waitMs ?? 0));
  try {
    const response = await door.fetch(addressOf(door, request), {
      method: request.method,
      headers,
      // A token belongs to one address: whoever sends requests elsewhere is told, not followed.
      redirect: "manual",
      signal: signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    return { response, giveTime, asFault };
  } catch (error) {
    throw asFault(error);
  }
}

function addressOf({ base }: ApiDoor, { path, query }: ApiRequest): string {
  return `${base}${path}${query === undefined || query.size === 0 ? "" : `?${query.toString()}`}`;
}

async function headersOf(
  door: ApiDoor,
  { method, body, headers }: ApiRequest,
): Promise<Record<string, string>> {
  return {
    accept: "application/json",
    // Shows a server that goes by cookies that no other site's page has sent this.
    ...(method === "GET" ? {} : { "settled-request": "1" }),
    ...(await door.headers()),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...headers,
  };
}
