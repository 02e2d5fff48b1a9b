import type { SqlExecutor } from "settled";
import { openOwnerLink } from "../store/link-store.ts";
import { hasOwner } from "../store/person-store.ts";
import { hashOfSecret, makeSecret } from "./secret.ts";

const VALID_HOURS = 24;

export interface OwnerLink {
  readonly secret: string;
  readonly expiresAt: Date;
}

/** A link by which one person becomes owner of everything that exists. Needs the rights of the tables' owner. */
export async function makeOwnerLink(on: SqlExecutor): Promise<OwnerLink> {
  const secret = makeSecret();
  const expiresAt = await openOwnerLink(on, {
    hash: hashOfSecret(secret),
    validHours: VALID_HOURS,
  });
  return { secret, expiresAt };
}

/** The link for the first start; null where somebody owns the installation already. */
export async function firstOwnerLink(on: SqlExecutor): Promise<OwnerLink | null> {
  return (await hasOwner(on)) ? null : makeOwnerLink(on);
}
