import type { Actor, WorkspaceId } from "settled";
import { shutPersonOut as writeShutOut } from "../store/person-store.ts";
import { type AccessParts, writeDown } from "./access-parts.ts";

export interface ShutOut {
  readonly email: string;
  /** False = let in again. */
  readonly isOut: boolean;
  readonly by: Actor;
}

export interface ShutOutPerson {
  readonly personId: string;
  readonly name: string;
  readonly workspaceIds: readonly WorkspaceId[];
}

/**
 * Keeps a person from signing in anywhere, and ends their sessions; what they are in each workspace stays as it is, and
 * so do tokens. Written down in each of their workspaces. Null = nobody has that address.
 */
export function shutPersonOut(
  parts: AccessParts,
  { email, isOut, by }: ShutOut,
): Promise<ShutOutPerson | null> {
  return parts.database.transaction(async (tx) => {
    const person = await writeShutOut(tx, email, isOut);
    for (const workspaceId of person?.workspaceIds ?? []) {
      await writeDown(parts, tx, {
        workspaceId,
        by,
        action: isOut ? "member.disable" : "member.enable",
        target: { type: "member", id: person?.personId ?? "", name: person?.name ?? null },
        detail: {},
      });
    }
    return person;
  });
}
