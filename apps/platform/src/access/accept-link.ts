import type { Actor } from "settled";
import { v7 as uuidv7 } from "uuid";
import { type FoundLink, spendInvitation, spendOwnerLink } from "../store/link-store.ts";
import { nameWorkspace } from "../store/name-workspace.ts";
import { type AccessParts, writeDown } from "./access-parts.ts";
import { hashOfPassword, isPassword } from "./password.ts";
import { hashOfSecret } from "./secret.ts";

export interface AcceptInput {
  readonly secret: string;
  readonly link: FoundLink;
  readonly name: string;
  /** Counts only for the installation's owner: an invitation is for the address that it was made for. */
  readonly email: string;
  readonly password: string;
  readonly requestId: string;
}

export type Accepted =
  | { readonly kind: "accepted"; readonly personId: string }
  | { readonly kind: "refused"; readonly because: "spent" | "wrong_password" | "needs_provider" };

/** Takes up what a one-time link offers: to own the installation, or to be a member of a workspace. */
export async function acceptLink(parts: AccessParts, input: AcceptInput): Promise<Accepted> {
  return input.link.person_id === null
    ? becomeOwner(parts, input)
    : acceptInvitation(parts, input, input.link.person_id);
}

async function becomeOwner(parts: AccessParts, input: AcceptInput): Promise<Accepted> {
  const { name, email } = input;
  const passwordHash = await hashOfPassword(input.password);
  return parts.database.transaction(async (tx) => {
    const made = await spendOwnerLink(tx, {
      hash: hashOfSecret(input.secret),
      personId: uuidv7(),
      name,
      email,
      passwordHash,
    });
    if (made === null) return { kind: "refused", because: "spent" };
    const { personId, workspaceIds } = made;
    for (const workspaceId of workspaceIds) {
      await nameWorkspace(tx, workspaceId);
      await writeDown(parts, tx, {
        workspaceId,
        by: actorOf(personId, input),
        action: "member.own_installation",
        target: { type: "member", id: personId, name },
        detail: { role: "owner" },
      });
    }
    return { kind: "accepted", personId };
  });
}

/** Whoever has a password proves it; whoever has none sets one with the link. */
async function acceptInvitation(
  parts: AccessParts,
  input: AcceptInput,
  personId: string,
): Promise<Accepted> {
  const { link, password } = input;
  const isNew = link.has_password !== true;
  // Whoever made the link must not set a password for somebody who signs in elsewhere.
  if (isNew && link.has_identity) return { kind: "refused", because: "needs_provider" };
  if (!isNew && !(await isPassword(password, link.password_hash))) {
    return { kind: "refused", because: "wrong_password" };
  }
  const passwordHash = isNew ? await hashOfPassword(password) : null;
  return parts.database.transaction(async (tx) => {
    const accepted = await spendInvitation(tx, {
      hash: hashOfSecret(input.secret),
      name: isNew ? input.name : null,
      passwordHash,
    });
    if (accepted === null) return { kind: "refused", because: "spent" };
    await nameWorkspace(tx, accepted.workspace_id);
    await writeDown(parts, tx, {
      workspaceId: accepted.workspace_id,
      by: actorOf(personId, { ...input, name: accepted.name }),
      action: "member.accept",
      target: { type: "member", id: personId, name: accepted.name },
      detail: { role: accepted.role },
    });
    return { kind: "accepted", personId };
  });
}

function actorOf(id: string, { name, requestId }: Pick<AcceptInput, "name" | "requestId">): Actor {
  return { kind: "user", id, name, requestId };
}
