import type { ServedRunJson } from "../http/served-run-json.ts";
import type { ApiDoor } from "./api-door.ts";
import { callApi } from "./call-api.ts";
import type { CallOptions } from "./client-options.ts";
import { retryDelayMs } from "./retry-delay.ts";
import { runPath } from "./runs-address.ts";

export interface WaitOptions extends CallOptions {
  /** One hour unless said. */
  readonly timeoutMs?: number;
  /** Answers as soon as the run is in another version than this one, too. */
  readonly otherThan?: number;
}

const TIMEOUT_MS = 3_600_000;
/** Below what proxies let a connection idle for. */
const POLL_S = 30;

/**
 * The run, once it has ended; when time is up, the run as it then is (`done: false`). A server that restarts on the
 * way is waited for as well.
 */
export async function waitForRun(
  door: ApiDoor,
  id: string,
  { timeoutMs = TIMEOUT_MS, otherThan, signal }: WaitOptions,
): Promise<ServedRunJson> {
  const endsAtMs = door.clock.nowMs() + timeoutMs;
  const leftMs = () => Math.max(0, endsAtMs - door.clock.nowMs());
  for (let failures = 0; ;) {
    try {
      const run = await poll(door, id, { leftMs: leftMs(), otherThan, signal });
      if (run.done || run.version !== (otherThan ?? run.version) || leftMs() === 0) return run;
      failures = 0;
    } catch (error) {
      const delayMs = retryDelayMs(error, { failures, chance: Math.random() });
      if (signal?.aborted === true || delayMs === null || delayMs >= leftMs()) throw error;
      failures += 1;
      await door.clock.sleep(delayMs, signal);
    }
  }
}

function poll(
  door: ApiDoor,
  id: string,
  asked: {
    readonly leftMs: number;
    readonly otherThan: number | undefined;
    readonly signal: AbortSignal | undefined;
  },
): Promise<ServedRunJson> {
  const timeoutS = Math.min(POLL_S, Math.ceil(asked.leftMs / 1_000));
  return callApi<ServedRunJson>(door, {
    method: "GET",
    path: runPath(door, id, ":wait"),
    query: new URLSearchParams({ timeout: String(timeoutS) }),
    headers: asked.otherThan === undefined ? {} : { "if-none-match": `"${asked.otherThan}"` },
    signal: asked.signal,
    waitMs: timeoutS * 1_000,
  });
}
