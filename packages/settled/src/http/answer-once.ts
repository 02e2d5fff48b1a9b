import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import type { ActorExchange } from "./exchange.ts";
import { problemOf } from "./problem.ts";

export interface OnceInput {
  readonly workspaceId: WorkspaceId;
  /** The body as it was read; with the address it makes the request. */
  readonly body: unknown;
}

type JsonAnswer = Extract<Answer, { kind: "json" }>;

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * Starts once however often the request is sent with one Idempotency-Key: a repeat gets the stored answer. What was
 * refused is not stored, since it started nothing. Without a key the work is just done.
 * Source: draft-ietf-httpapi-idempotency-key-header.
 */
export async function answerOnce(
  exchange: ActorExchange,
  { workspaceId, body }: OnceInput,
  work: (on?: SqlExecutor) => Promise<Answer>,
): Promise<Answer> {
  const { desk, request, actor } = exchange;
  const key = request.headers.get("idempotency-key");
  if (key === null) return work();
  if (!KEY.test(key)) return problemAnswer(problemOf("invalid_idempotency_key"));
  const fingerprint = await fingerprintOf(exchange, body);
  const once = await desk.settled.answers.answerOnce(
    { workspaceId, actor, key, fingerprint },
    async (on) => {
      const value = await work(on);
      return { value, kept: value.kind === "json" ? JSON.stringify(value) : null };
    },
  );
  switch (once.kind) {
    case "answered":
      return once.value;
    case "replayed":
      return replayed(JSON.parse(once.kept) as JsonAnswer);
    case "in_flight":
      return problemAnswer(problemOf("request_in_flight"));
    case "other_request":
      return problemAnswer(problemOf("idempotency_key_reused"));
  }
}

function replayed(answer: JsonAnswer): Answer {
  return { ...answer, headers: { ...answer.headers, "idempotency-replayed": "true" } };
}

async function fingerprintOf({ request, url }: ActorExchange, body: unknown): Promise<string> {
  const asked = JSON.stringify([request.method, url.pathname, body]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(asked));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
