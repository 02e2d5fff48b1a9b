import { ApiError } from "./api-error.ts";
import { NetworkError } from "./network-error.ts";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";

const FIRST_DELAY_MS = 250;
const DELAY_MS_MAX = 15_000;
/** A server that asks for more is told to the caller rather than waited for. */
const RETRY_AFTER_MS_MAX = 60_000;

const PASSING_STATUSES: readonly number[] = [429, 502, 503, 504];
/** What is wrong with a certificate is wrong the next time as well. */
const LASTING = /CERT|SELF_SIGNED|^ERR_(?:SSL|TLS)|SIGNATURE|^ERR_INVALID/;

/** Whether the same request may well be answered a little later. */
export function isPassingFault(error: unknown): boolean {
  if (error instanceof NetworkError) return error.code === null || !LASTING.test(error.code);
  if (error instanceof ApiError) {
    return PASSING_STATUSES.includes(error.status) || error.code === "request_in_flight";
  }
  return error instanceof UnexpectedAnswerError && PASSING_STATUSES.includes(error.status);
}

/** How long to wait before the next attempt; null = there is to be none. `chance` is from 0 to 1. */
export function retryDelayMs(
  error: unknown,
  { failures, chance }: { readonly failures: number; readonly chance: number },
): number | null {
  if (!isPassingFault(error)) return null;
  const ceilingMs = Math.min(DELAY_MS_MAX, FIRST_DELAY_MS * 2 ** Math.min(failures, 16));
  // Never at once: half of it is certain, the other half keeps clients from coming back together.
  const ownMs = (ceilingMs * (1 + chance)) / 2;
  const askedMs = askedMsOf(error);
  if (askedMs === null) return ownMs;
  // All who were asked to come back at the same moment would meet there again.
  return askedMs > RETRY_AFTER_MS_MAX ? null : Math.max(askedMs, ownMs) + ownMs * chance;
}

function askedMsOf(error: unknown): number | null {
  return error instanceof ApiError || error instanceof UnexpectedAnswerError
    ? error.retryAfterMs
    : null;
}
