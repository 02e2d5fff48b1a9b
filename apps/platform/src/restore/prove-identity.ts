import { type RestoreTarget, TargetUnreachableError } from "./restore-target.ts";

/** Whether the provider is the one that the environment was pinned to. */
export type IdentityProof = "proven" | "other" | "unproven" | "not_pinned" | "unreachable";

export async function proveIdentity(
  target: RestoreTarget,
  pinned: string | null,
): Promise<IdentityProof> {
  if (pinned === null) return "not_pinned";
  try {
    const shown = await target.showIdentities();
    if (shown.length === 0) return "unproven";
    return shown.includes(pinned) ? "proven" : "other";
  } catch (error) {
    if (error instanceof TargetUnreachableError) return "unreachable";
    throw error;
  }
}
