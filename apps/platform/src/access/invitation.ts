import type { SqlExecutor } from "settled";
import { openInvitation } from "../store/link-store.ts";
import { hashOfSecret, makeSecret } from "./secret.ts";

const VALID_HOURS = 7 * 24;

/** What is handed over to whoever was invited; the secret is told once. */
export interface Invitation {
  readonly secret: string;
  readonly expiresAt: Date;
}

/** In the workspace that the executor names. */
export async function makeInvitation(tx: SqlExecutor, personId: string): Promise<Invitation> {
  const secret = makeSecret();
  const hash = hashOfSecret(secret);
  const expiresAt = await openInvitation(tx, { hash, personId, validHours: VALID_HOURS });
  return { secret, expiresAt };
}

export const WELCOME_PATH = "/welcome";

/** Where a one-time link leads. */
export function welcomePath(secret: string): string {
  return `${WELCOME_PATH}?token=${secret}`;
}
