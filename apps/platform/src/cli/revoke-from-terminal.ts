import type { Platform } from "../platform.ts";
import { revokePack } from "../store/pack-store.ts";
import { EXIT } from "./exit-code.ts";
import { findNamedPack } from "./named-pack.ts";
import { recordFromTerminal } from "./record-from-terminal.ts";
import { personAtTerminal } from "./start-and-follow.ts";
import { CommandFault, say } from "./terminal.ts";

const REASON_CHARACTERS_MAX = 2_000;

/** Takes a pack back, in the name of who sits at the terminal. */
export async function revokeFromTerminal(
  platform: Platform,
  input: { readonly workspace: string; readonly id: string; readonly reason: string },
): Promise<void> {
  const reason = input.reason.trim();
  if (reason === "" || reason.length > REASON_CHARACTERS_MAX || reason.includes("\0")) {
    throw new CommandFault(
      `Give a reason of 1 to ${REASON_CHARACTERS_MAX} characters.`,
      EXIT.usage,
    );
  }
  const { scope, pack } = await findNamedPack(platform, input.workspace, input.id);
  const revocation = { packId: pack.packId, by: personAtTerminal().name, reason };
  const revoked = await platform.database.transaction(async (tx) => {
    if (!(await revokePack(tx, scope, revocation))) return false;
    const target = { type: "review_pack", id: pack.packId, name: `${pack.profile} pack` };
    await recordFromTerminal(platform, tx, { scope, action: "pack.revoke", target, reason });
    return true;
  });
  if (!revoked) throw new CommandFault("The pack does not stand, so nothing was changed.");
  say("The pack was taken back.");
}
