import { CLIENT_CLOCK } from "./client-clock.ts";
import type { ClientClock, ClientOptions } from "./client-options.ts";

/** The options of a client with everything that was left out filled in. */
export interface ApiDoor {
  /** The address of the mount, without a slash at its end. */
  readonly base: string;
  readonly workspace: string;
  readonly fetch: typeof fetch;
  readonly clock: ClientClock;
  readonly requestTimeoutMs: number;
  readonly attemptsMax: number;
  headers(): Promise<Readonly<Record<string, string>>>;
}

const REQUEST_TIMEOUT_MS = 30_000;
const ATTEMPTS_MAX = 4;

/** Throws a TypeError for an address that is none, or that bears a user, query or fragment. */
export function openApiDoor(options: ClientOptions): ApiDoor {
  const { token, headers = {}, clock = CLIENT_CLOCK } = options;
  return {
    base: baseOf(options.baseUrl),
    workspace: options.workspace,
    // A browser's fetch refuses to be called as anything's method.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    clock,
    requestTimeoutMs: options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    attemptsMax: Math.max(1, options.attemptsMax ?? ATTEMPTS_MAX),
    async headers() {
      const current = typeof token === "function" ? await token() : token;
      return current === undefined ? headers : { ...headers, authorization: `Bearer ${current}` };
    },
  };
}

function baseOf(baseUrl: string): string {
  const url = new URL(baseUrl);
  const isPlain = url.username + url.password + url.search + url.hash === "";
  if (!isPlain || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(
      "The base URL is an http or https address without user, query and fragment.",
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
