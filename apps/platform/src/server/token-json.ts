import type { ServiceToken } from "../store/token-store.ts";

/** A token as everybody who may look at it sees it: without its secret, which is not kept. */
export function tokenJson(token: ServiceToken) {
  const { revokedAt } = token;
  return {
    id: token.tokenId,
    name: token.name,
    prefix: token.shownPrefix,
    role: token.role,
    scopes: token.scopes,
    environment_ids: token.environmentIds,
    state: revokedAt !== null ? "revoked" : token.isExpired ? "expired" : "valid",
    created_by: token.createdBy,
    created_at: token.createdAt.toISOString(),
    expires_at: token.expiresAt.toISOString(),
    revoked_at: revokedAt?.toISOString() ?? null,
    last_used_at: token.lastUsedAt?.toISOString() ?? null,
  };
}
