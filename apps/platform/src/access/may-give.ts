import type { WorkspaceId } from "settled";
import type { Capability } from "./capabilities.ts";
import { grantIn, type Rights } from "./rights.ts";

/** The first capability that an actor does not have and so cannot give to somebody else; null = they have them all. */
export function missingFrom(
  rights: Rights,
  workspaceId: WorkspaceId,
  given: readonly Capability[],
): Capability | null {
  if (rights.kind === "everything") return null;
  const own = grantIn(rights, workspaceId)?.capabilities ?? [];
  return given.find((capability) => !own.includes(capability)) ?? null;
}
