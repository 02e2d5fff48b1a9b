import type { Member } from "../store/member-store.ts";

/** A member as everybody who may look at them sees them. */
export function memberJson(member: Member) {
  const { acceptedAt } = member;
  return {
    id: member.personId,
    name: member.name,
    email: member.email,
    role: member.role,
    environment_ids: member.environmentIds,
    state: member.isDisabled ? "disabled" : acceptedAt === null ? "invited" : "active",
    added_at: member.addedAt.toISOString(),
    accepted_at: acceptedAt?.toISOString() ?? null,
  };
}
