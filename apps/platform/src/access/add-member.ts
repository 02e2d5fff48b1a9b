import { v7 as uuidv7 } from "uuid";
import {
  findKnownEnvironments,
  findMember,
  insertMembership,
  type Member,
  type Membership,
} from "../store/member-store.ts";
import { ensurePerson } from "../store/person-store.ts";
import {
  type AccessParts,
  type ChangeBy,
  type Refused,
  refused,
  writeDown,
} from "./access-parts.ts";
import { type Invitation, makeInvitation } from "./invitation.ts";

export interface AddMemberInput extends ChangeBy, Membership {
  readonly email: string;
}

/**
 * Invites a person into a workspace. They see nothing of it before they accept by the link, or by signing in through the
 * OpenID provider: that an address is typed here gives nobody else's account to whoever typed it.
 */
export async function addMember(
  parts: AccessParts,
  input: AddMemberInput,
): Promise<
  { readonly kind: "added"; readonly member: Member; readonly invitation: Invitation } | Refused
> {
  const { workspaceId, email, role, environmentIds } = input;
  return parts.database.inWorkspace(workspaceId).transaction(async (tx) => {
    if (environmentIds !== null) {
      const known = await findKnownEnvironments(tx, workspaceId, environmentIds);
      if (known.length < new Set(environmentIds).size) return refused("unknown_environment");
    }
    const personId = await ensurePerson(tx, {
      personId: uuidv7(),
      name: email.slice(0, 200),
      email,
    });
    const place = { workspaceId, personId };
    if (!(await insertMembership(tx, place, { role, environmentIds }))) {
      return refused("already_member");
    }
    const invitation = await makeInvitation(tx, personId);
    const member = await findMember(tx, place);
    if (member === null) return refused("not_there");
    await writeDown(parts, tx, {
      ...input,
      action: "member.add",
      target: { type: "member", id: personId, name: email },
      detail: { role, environment_ids: environmentIds },
    });
    return { kind: "added", member, invitation } as const;
  });
}
