import type { ServerAddress } from "./connect-to-server.ts";
import type { DataFolder } from "./data-folder.ts";
import { ensureDatabase } from "./databases.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { passwordRefusedError } from "./find-running-server.ts";
import { asFolderError, errorCodeOf } from "./folder-error.ts";
import { keepServingAccount } from "./serving-account.ts";
import { stopServer } from "./stop-server.ts";

/**
 * Makes the owner, the database and the account that serves requests, whose password it answers. If that fails, a
 * server that was started for it does not stay behind.
 */
export async function prepareServer(
  folder: DataFolder,
  options: { readonly address: ServerAddress; readonly adopted: boolean },
): Promise<string> {
  try {
    await ensureDatabase(options.address);
    return await keepServingAccount(folder, options.address);
  } catch (error) {
    if (!options.adopted) {
      await stopServer(folder);
    }
    throw asPrepareError(error, folder);
  }
}

function asPrepareError(error: unknown, folder: DataFolder): unknown {
  if (errorCodeOf(error) === "28P01") {
    return passwordRefusedError(folder);
  }
  const known = asFolderError(error, folder.dataDir);
  return known instanceof EmbeddedPostgresError
    ? known
    : new EmbeddedPostgresError(
        "start_failed",
        `PostgreSQL runs in ${folder.dataDir}, but its database could not be opened. ` +
          "Start again; if it stays so, set SETTLED_DATA_DIR to another folder, or DATABASE_URL to use your own server.",
        { cause: error, detail: error instanceof Error ? error.message : String(error) },
      );
}
