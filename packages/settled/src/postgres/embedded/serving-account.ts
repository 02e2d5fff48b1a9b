import { escapeLiteral } from "pg";
import { asSuperuser, type ServerAddress } from "./connect-to-server.ts";
import type { DataFolder } from "./data-folder.ts";
import { newPassword, readPassword, storePassword } from "./keep-password.ts";
import { OWNER, SERVER_ROLE, SERVING } from "./role-names.ts";

/**
 * Makes the account that serves requests, which owns nothing, and answers its password. A password that was lost is
 * replaced: it is stored when the server knows it. Call only while holding the turn.
 */
export async function keepServingAccount(
  folder: DataFolder,
  address: ServerAddress,
): Promise<string> {
  const kept = await readPassword(folder.servingPassword);
  const password = kept ?? newPassword();
  await ensureAccount(address, { password, isNew: kept === undefined });
  if (kept === undefined) await storePassword(folder.servingPassword, password, null);
  return password;
}

async function ensureAccount(
  address: ServerAddress,
  { password, isNew }: { readonly password: string; readonly isNew: boolean },
): Promise<void> {
  await asSuperuser(address, async (client) => {
    const { rows } = await client.query<{ role: boolean; account: boolean }>(
      "select exists (select from pg_roles where rolname = $1) as role, exists (select from pg_roles where rolname = $2) as account",
      [SERVER_ROLE, SERVING],
    );
    const has = rows[0];
    // The migration that makes it elsewhere finds it here, and its maker may grant it on.
    if (has?.role !== true) {
      await client.query(`create role ${SERVER_ROLE} nologin`);
      await client.query(`grant ${SERVER_ROLE} to ${OWNER} with admin option`);
    }
    const secret = escapeLiteral(password);
    if (has?.account !== true) {
      await client.query(`create role ${SERVING} login password ${secret} in role ${SERVER_ROLE}`);
    } else if (isNew) {
      await client.query(`alter role ${SERVING} password ${secret}`);
    }
  });
}
