import type { Actor } from "settled";
import { type PersonPlaces, writePersonDisabled } from "../store/person-store.ts";
import { type AccessParts, writeDown } from "./access-parts.ts";

export interface SetPersonDisabledInput {
  readonly email: string;
  readonly isDisabled: boolean;
  readonly by: Actor;
}

/**
 * Keeps a person from signing in anywhere, and ends their sessions, or lets them sign in again; what they are in each
 * workspace stays as it is, and so do tokens. Written down in each of their workspaces. Null = nobody has that address.
 */
export function setPersonDisabled(
  parts: AccessParts,
  { email, isDisabled, by }: SetPersonDisabledInput,
): Promise<PersonPlaces | null> {
  return parts.database.transaction(async (tx) => {
    const person = await writePersonDisabled(tx, email, isDisabled);
    if (person === null) return null;
    const { personId: id, name, workspaceIds } = person;
    for (const workspaceId of workspaceIds) {
      await writeDown(parts, tx, {
        workspaceId,
        by,
        action: isDisabled ? "member.disable" : "member.enable",
        target: { type: "member", id, name },
        detail: {},
      });
    }
    return person;
  });
}
