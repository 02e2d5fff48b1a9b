import { connectDatabase } from "../../postgres/database.ts";
import { readServerRole, type ServerRole } from "../../postgres/server-role.ts";
import type { Desk } from "../open-desk.ts";
import { type Finding, notChecked, problem, warning, well } from "./finding.ts";
import { orProblem } from "./or-problem.ts";

const CHECK = "server_role";

/** Whether row-level security binds the account that servers of this database connect with. */
export async function examineServerRole({ servingUrl, schema }: Desk): Promise<readonly Finding[]> {
  if (servingUrl === null) {
    const text = "No account of servers is named (SETTLED_SERVER_DATABASE_URL) to be examined.";
    return [notChecked(CHECK, text)];
  }
  return orProblem(CHECK, async () => {
    const database = connectDatabase({ connectionString: servingUrl, connectionsMax: 1 });
    try {
      return [findingOf(await readServerRole(database, schema))];
    } finally {
      await database.close();
    }
  });
}

const OWN_ACCOUNT =
  "Make an account of their own for servers, and name it by SETTLED_SERVER_DATABASE_URL.";

function findingOf({ account, kind }: ServerRole): Finding {
  switch (kind) {
    case "separate":
      return well(
        CHECK,
        `Servers connect as ${account}: row-level security binds it, and it can take no further rights.`,
      );
    case "borrowed":
      return warning(
        CHECK,
        `Servers connect as ${account} and take the role settled_server. Row-level security binds that, but whoever ran SQL there could take the account's own rights back.`,
        OWN_ACCOUNT,
      );
    case "unbound":
      return problem(
        CHECK,
        `Servers connect as ${account}, which row-level security does not bind.`,
        `${OWN_ACCOUNT} It owns nothing, is no superuser and has no BYPASSRLS.`,
      );
    case "not_granted":
      return problem(
        CHECK,
        `Servers connect as ${account}, which was not granted the role settled_server.`,
        `Run \`grant settled_server to ${account}\` as an administrator.`,
      );
  }
}
