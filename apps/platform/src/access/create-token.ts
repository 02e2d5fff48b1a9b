import type { EnvironmentId, Initiator } from "settled";
import { v7 as uuidv7 } from "uuid";
import { findKnownEnvironments } from "../store/member-store.ts";
import { findToken, insertToken, type ServiceToken } from "../store/token-store.ts";
import {
  type AccessParts,
  type ChangeBy,
  type Refused,
  refused,
  writeDown,
} from "./access-parts.ts";
import type { Capability } from "./capabilities.ts";
import type { Role } from "./roles.ts";
import { hashOfSecret, makeTokenSecret, shownPrefixOf } from "./secret.ts";

/** By a role, or by single capabilities. */
export type TokenPower =
  | { readonly role: Role; readonly scopes: null }
  | { readonly role: null; readonly scopes: readonly Capability[] };

export type CreateTokenInput = ChangeBy &
  TokenPower & {
    readonly by: Initiator;
    readonly name: string;
    /** Null = every environment, and what belongs to the workspace as a whole. */
    readonly environmentIds: readonly EnvironmentId[] | null;
    readonly validDays: number;
  };

/** Makes a service token. Its secret is in this answer and nowhere else, ever. */
export async function createToken(
  parts: AccessParts,
  input: CreateTokenInput,
): Promise<
  { readonly kind: "created"; readonly token: ServiceToken; readonly secret: string } | Refused
> {
  const { workspaceId, name, role, scopes, environmentIds, validDays, by } = input;
  const secret = makeTokenSecret();
  const tokenId = uuidv7();
  return parts.database.inWorkspace(workspaceId).transaction(async (tx) => {
    if (environmentIds !== null) {
      const known = await findKnownEnvironments(tx, workspaceId, environmentIds);
      if (known.length < new Set(environmentIds).size) return refused("unknown_environment");
    }
    await insertToken(tx, {
      workspaceId,
      tokenId,
      name,
      shownPrefix: shownPrefixOf(secret),
      secretHash: hashOfSecret(secret),
      role,
      scopes,
      environmentIds,
      createdBy: { kind: by.kind, id: by.id, name: by.name },
      validDays,
    });
    await writeDown(parts, tx, {
      ...input,
      action: "token.create",
      target: { type: "service_token", id: tokenId, name },
      detail: { role, scopes, environment_ids: environmentIds, valid_days: validDays },
    });
    const token = await findToken(tx, workspaceId, tokenId);
    return token === null ? refused("not_there") : ({ kind: "created", token, secret } as const);
  });
}
