import type { DataFolder } from "./data-folder.ts";
import { type FolderLock, takeTurn } from "./folder-lock.ts";
import { isUnused } from "./server-users.ts";
import { stopServer } from "./stop-server.ts";

/** Ends this process's use; the last user shuts the server down. */
export async function giveUpServer(
  folder: DataFolder,
  options: { readonly use: FolderLock; readonly log: (line: string) => void },
): Promise<void> {
  const turn = await takeTurn(folder.turnLock, folder.dataDir);
  try {
    options.use.release();
    if (isUnused(folder)) {
      await stopServer(folder);
      options.log("PostgreSQL has stopped");
    } else {
      options.log("PostgreSQL keeps running for another process that uses it");
    }
  } finally {
    turn.release();
  }
}
