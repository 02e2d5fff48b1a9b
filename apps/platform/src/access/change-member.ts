import {
  findKnownEnvironments,
  findMember,
  lockOwners,
  type Member,
  type Membership,
  updateMembership,
} from "../store/member-store.ts";
import { endSessions } from "../store/session-store.ts";
import {
  type AccessParts,
  type ChangeBy,
  type Refused,
  refused,
  writeDown,
} from "./access-parts.ts";
import { isLastOwner } from "./last-owner.ts";

/** What is left out stays as it is. */
export interface ChangeMemberInput extends ChangeBy, Partial<Membership> {
  readonly personId: string;
}

/**
 * Gives a member another role or other environments. Their sessions end, so that no cookie from before carries the new
 * rights. A workspace keeps an owner.
 */
export async function changeMember(
  parts: AccessParts,
  input: ChangeMemberInput,
): Promise<{ readonly kind: "changed"; readonly member: Member } | Refused> {
  const { workspaceId, personId } = input;
  return parts.database.inWorkspace(workspaceId).transaction(async (tx) => {
    const owners = await lockOwners(tx, workspaceId);
    const before = await findMember(tx, input);
    if (before === null) return refused("not_there");
    const role = input.role ?? before.role;
    if (role === "owner" && (input.environmentIds ?? null) !== null) {
      return refused("owner_everywhere");
    }
    const kept = role === "owner" ? null : before.environmentIds;
    const environmentIds = input.environmentIds === undefined ? kept : input.environmentIds;
    if (role !== "owner" && isLastOwner(owners, personId)) return refused("last_owner");
    if (environmentIds !== null) {
      const known = await findKnownEnvironments(tx, workspaceId, environmentIds);
      if (known.length < new Set(environmentIds).size) return refused("unknown_environment");
    }
    await updateMembership(tx, input, { role, environmentIds });
    if (before.acceptedAt !== null) await endSessions(tx, { kind: "person", personId });
    await writeDown(parts, tx, {
      ...input,
      action: "member.change",
      target: { type: "member", id: personId, name: before.name },
      detail: {
        role,
        environment_ids: environmentIds,
        before: { role: before.role, environment_ids: before.environmentIds },
      },
    });
    return { kind: "changed", member: { ...before, role, environmentIds } } as const;
  });
}
