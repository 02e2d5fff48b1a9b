import * as store from "../store/token-store.ts";
import {
  type AccessParts,
  type ChangeBy,
  type Refused,
  refused,
  writeDown,
} from "./access-parts.ts";

/** Ends a token at once and for good. Revoking it again changes nothing. */
export async function revokeToken(
  parts: AccessParts,
  input: ChangeBy & { readonly tokenId: string },
): Promise<{ readonly kind: "revoked"; readonly token: store.ServiceToken } | Refused> {
  const { workspaceId, tokenId } = input;
  return parts.database.inWorkspace(workspaceId).transaction(async (tx) => {
    const isNew = await store.revokeToken(tx, workspaceId, tokenId);
    const token = await store.findToken(tx, workspaceId, tokenId);
    if (token === null) return refused("not_there");
    if (isNew) {
      await writeDown(parts, tx, {
        ...input,
        action: "token.revoke",
        target: { type: "service_token", id: tokenId, name: token.name },
        detail: { shown_prefix: token.shownPrefix },
      });
    }
    return { kind: "revoked", token } as const;
  });
}
