import { proveIdentity } from "./prove-identity.ts";
import type { RestoreDesk } from "./restore-desk.ts";

/** The provider is not the one that was pinned any more: nothing more may be written. */
export class IdentityLostError extends Error {
  override readonly name = "IdentityLostError";
}

/** Before every write: the provider proves again that it is the environment's own. */
export async function assertIdentity(desk: RestoreDesk): Promise<void> {
  const proof = await proveIdentity(desk.target, desk.pinned);
  if (proof !== "proven") throw new IdentityLostError(`The provider's identity is ${proof}.`);
}
