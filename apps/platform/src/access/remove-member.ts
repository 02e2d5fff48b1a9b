import { findMember, lockOwners, type Member, removeMembership } from "../store/member-store.ts";
import { forgetPerson } from "../store/person-store.ts";
import {
  type AccessParts,
  type ChangeBy,
  type Refused,
  refused,
  writeDown,
} from "./access-parts.ts";
import { isLastOwner } from "./last-owner.ts";

/**
 * Takes a person out of a workspace at once. Whoever is a member nowhere any more is forgotten, with their sessions; what
 * they did keeps their name.
 */
export async function removeMember(
  parts: AccessParts,
  input: ChangeBy & { readonly personId: string },
): Promise<{ readonly kind: "removed"; readonly member: Member } | Refused> {
  const { workspaceId, personId } = input;
  return parts.database.inWorkspace(workspaceId).transaction(async (tx) => {
    const owners = await lockOwners(tx, workspaceId);
    const member = await findMember(tx, input);
    if (member === null) return refused("not_there");
    if (isLastOwner(owners, personId)) return refused("last_owner");
    await removeMembership(tx, input);
    await writeDown(parts, tx, {
      ...input,
      action: "member.remove",
      target: { type: "member", id: personId, name: member.name },
      detail: { role: member.role, environment_ids: member.environmentIds },
    });
    await forgetPerson(tx, personId);
    return { kind: "removed", member } as const;
  });
}
