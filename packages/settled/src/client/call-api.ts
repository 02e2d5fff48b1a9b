import type { ApiDoor } from "./api-door.ts";
import { ApiError } from "./api-error.ts";
import { openBody, readJson } from "./read-answer.ts";
import { retryDelayMs } from "./retry-delay.ts";
import { type ApiRequest, sendRequest, type SentRequest } from "./send-request.ts";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";

export interface ApiCall extends ApiRequest {
  /** Names the request, so that it is done once however often it is sent. */
  readonly idempotencyKey?: string;
}

/** The JSON that the API answers. Sent again only where that does no harm: to read, or under an Idempotency-Key. */
export async function callApi<Answer>(door: ApiDoor, call: ApiCall): Promise<Answer> {
  return repeated(door, call, async (sent) => {
    // A long poll has been waited for already; its answer is short.
    sent.giveTime(door.requestTimeoutMs);
    try {
      return (await readJson(sent.response)) as Answer;
    } finally {
      sent.giveTime(null);
    }
  });
}

/** The body of the answer as it comes; what is cut off on the way errors it. */
export async function openStream(
  door: ApiDoor,
  call: ApiCall,
  mediaType: string,
): Promise<{ readonly body: ReadableStream<Uint8Array>; readonly sent: SentRequest }> {
  return repeated(door, call, async (sent) => {
    const body = await openBody(sent.response, mediaType);
    sent.giveTime(null);
    return { body, sent };
  });
}

async function repeated<Answer>(
  door: ApiDoor,
  call: ApiCall,
  read: (sent: SentRequest) => Promise<Answer>,
): Promise<Answer> {
  const { idempotencyKey, ...request } = call;
  const keyed =
    idempotencyKey === undefined
      ? request
      : { ...request, headers: { ...request.headers, "idempotency-key": idempotencyKey } };
  const mayRepeat = call.method === "GET" || idempotencyKey !== undefined;
  for (let failures = 0; ; failures += 1) {
    try {
      return await attempt(door, keyed, read);
    } catch (error) {
      const isLast = !mayRepeat || failures + 1 >= door.attemptsMax;
      const delayMs = isLast ? null : retryDelayMs(error, { failures, chance: Math.random() });
      if (delayMs === null) throw error;
      await door.clock.sleep(delayMs, call.signal);
      call.signal?.throwIfAborted();
    }
  }
}

async function attempt<Answer>(
  door: ApiDoor,
  request: ApiRequest,
  read: (sent: SentRequest) => Promise<Answer>,
): Promise<Answer> {
  const sent = await sendRequest(door, request);
  try {
    return await read(sent);
  } catch (error) {
    sent.giveTime(null);
    const isAnswer = error instanceof ApiError || error instanceof UnexpectedAnswerError;
    // What the body's own stream threw is a fault of the line.
    throw isAnswer ? error : sent.asFault(error);
  }
}
