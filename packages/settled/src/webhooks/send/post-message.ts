import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Clock } from "../../ports/clock.ts";
import { safeText } from "../../run/safe-text.ts";
import type { SendAnswer } from "../judge-answer.ts";
import { readEndpointUrl } from "../read-endpoint-url.ts";
import type { AddressRules } from "../webhook-settings.ts";
import { createCheckedLookup } from "./checked-lookup.ts";
import { whyUnanswered } from "./why-unanswered.ts";

export interface OutgoingMessage {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PostLimits {
  readonly rules: AddressRules;
  readonly answerWithinMs: number;
  readonly clock: Clock;
  /** Gives the call up, as this process has to. */
  readonly signal: AbortSignal;
}

/** Of what a receiver says when it refuses: enough for a hint, and no store for anybody's text. */
const READ_BYTES_MAX = 2_048;
const FIRST_LINE_BYTES_MAX = 200;
/** Controls, with the rest of the sequences by which a terminal is coloured. */
const UNPRINTED = /\p{Cc}(?:\[[0-9;?]*[A-Za-z])?/gu;

/**
 * Calls an endpoint once, on a connection of its own. Follows no redirect, keeps no answer, and connects to no
 * address that the rules do not allow, whatever the name meant when it was entered. Rejects only when it is given up.
 */
export async function postMessage(
  message: OutgoingMessage,
  limits: PostLimits,
): Promise<SendAnswer> {
  const { rules, answerWithinMs, clock, signal } = limits;
  signal.throwIfAborted();
  const read = readEndpointUrl(message.url, rules);
  if (read.kind === "refused") return { kind: "unanswered", words: read.words };
  const late = new AbortController();
  const done = new AbortController();
  void clock.sleep(answerWithinMs, done.signal).then(() => done.signal.aborted || late.abort());
  try {
    const either = AbortSignal.any([signal, late.signal]);
    const response = await call({ ...message, url: read.url }, rules, either);
    const status = response.statusCode ?? 0;
    const isFine = status >= 200 && status < 300;
    const firstLine = isFine ? "" : await firstLineOf(response).catch(() => "");
    response.destroy();
    return { kind: "answered", status, firstLine };
  } catch (error) {
    signal.throwIfAborted();
    const words = late.signal.aborted
      ? `The receiver did not answer within ${answerWithinMs / 1_000} s.`
      : whyUnanswered(error);
    return { kind: "unanswered", words };
  } finally {
    done.abort();
  }
}

function call(
  { url, body, headers }: Omit<OutgoingMessage, "url"> & { readonly url: URL },
  { allowPrivate }: AddressRules,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const outgoing = send(url, {
      method: "POST",
      // A connection that was kept would not be looked at again.
      agent: false,
      signal,
      ...(allowPrivate ? {} : { lookup: createCheckedLookup() }),
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "user-agent": "Settled-Webhooks/1",
        ...headers,
      },
    });
    outgoing.on("error", reject);
    outgoing.on("response", resolve);
    outgoing.end(body);
  });
}

async function firstLineOf(response: IncomingMessage): Promise<string> {
  let text = "";
  response.setEncoding("utf8");
  for await (const chunk of response) {
    text += String(chunk);
    if (text.length >= READ_BYTES_MAX || text.trimStart().includes("\n")) break;
  }
  const line = text.trimStart().split(/\r?\n/, 1)[0] ?? "";
  const plain = line.slice(0, READ_BYTES_MAX).replaceAll(UNPRINTED, " ").trim();
  return safeText(plain, FIRST_LINE_BYTES_MAX);
}
