import type { SqlExecutor } from "settled";
import type { HealthCheck } from "settled/http";
import { readServerRole } from "settled/postgres";

/**
 * What is true of the account that serves. A server whose account is not bound never comes to answer; one that only
 * took its role is told apart from one that could take no other.
 */
export async function roleChecks(on: SqlExecutor): Promise<readonly HealthCheck[]> {
  const { kind } = await readServerRole(on);
  return [
    {
      name: "row-level security binds the server's account",
      ok: kind === "separate" || kind === "borrowed",
    },
    { name: "the server's account can take no further rights", ok: kind === "separate" },
  ];
}
