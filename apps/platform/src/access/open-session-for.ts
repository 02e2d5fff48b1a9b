import type { SqlExecutor } from "settled";
import { v7 as uuidv7 } from "uuid";
import { endSession, openSession, type SessionHolder } from "../store/session-store.ts";
import { hashOfSecret, makeSecret } from "./secret.ts";
import { sessionCookie, sessionIn } from "./session-cookie.ts";

/**
 * Opens a session under a new id and answers its `Set-Cookie`. The one that the browser held before is ended: an id that
 * somebody else may have planted or learnt never becomes a signed-in one.
 */
export async function openSessionFor(
  on: SqlExecutor,
  request: Request,
  holder: SessionHolder,
): Promise<string> {
  const before = sessionIn(request);
  if (before !== null) await endSession(on, hashOfSecret(before));
  const secret = makeSecret();
  await openSession(on, { hash: hashOfSecret(secret), sessionId: uuidv7(), holder });
  return sessionCookie(request, secret);
}
