import { findMember, type Member } from "../store/member-store.ts";
import {
  type AccessParts,
  type ChangeBy,
  type Refused,
  refused,
  writeDown,
} from "./access-parts.ts";
import { type Invitation, makeInvitation } from "./invitation.ts";

/** A new link for somebody who has not accepted yet; older ones lead nowhere from now on. */
export async function inviteMember(
  parts: AccessParts,
  input: ChangeBy & { readonly personId: string },
): Promise<
  { readonly kind: "invited"; readonly member: Member; readonly invitation: Invitation } | Refused
> {
  return parts.database.inWorkspace(input.workspaceId).transaction(async (tx) => {
    const member = await findMember(tx, input);
    if (member === null) return refused("not_there");
    if (member.acceptedAt !== null) return refused("already_accepted");
    const invitation = await makeInvitation(tx, input.personId);
    await writeDown(parts, tx, {
      ...input,
      action: "member.invite",
      target: { type: "member", id: input.personId, name: member.email },
      detail: { expires_at: invitation.expiresAt.toISOString() },
    });
    return { kind: "invited", member, invitation } as const;
  });
}
