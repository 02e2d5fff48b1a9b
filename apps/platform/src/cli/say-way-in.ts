import { connectDatabase } from "settled/postgres";
import { welcomePath } from "../access/invitation.ts";
import { firstOwnerLink } from "../access/owner-link.ts";
import { say } from "./terminal.ts";

export interface WayIn {
  readonly databaseUrl: string;
  /** Where the server is reached. */
  readonly serverUrl: string;
  readonly hasToken: boolean;
}

/** Says where the product is and how to get in; the first time by a link that makes its reader the owner. */
export async function sayWayIn({ databaseUrl, serverUrl, hasToken }: WayIn): Promise<void> {
  // As the owner of the tables: a server may not make such a link.
  const database = connectDatabase({ connectionString: databaseUrl, connectionsMax: 1 });
  try {
    const link = await firstOwnerLink(database);
    say(`Ready: ${serverUrl}`);
    if (link !== null) {
      say(`Become its owner by this link, which counts once and for a day:`);
      say(`  ${serverUrl}${welcomePath(link.secret)}`);
    } else {
      say("Sign in there. Who lost their password gets a new link: npx platform owner-link");
    }
    if (hasToken) say("The token of SETTLED_BOOTSTRAP_TOKEN lets in its owner, too.");
  } finally {
    await database.close();
  }
}
