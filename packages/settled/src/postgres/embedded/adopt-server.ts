import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { findRunningServer } from "./find-running-server.ts";
import { isUnused } from "./server-users.ts";
import { stopServer } from "./stop-server.ts";

/**
 * The port of a running server that can be used as it is. A server that cannot is stopped; undefined means that none
 * runs now. Call only while holding the turn.
 */
export async function adoptServer(
  folder: DataFolder,
  options: {
    readonly password: string;
    readonly durable: boolean;
    readonly log: (line: string) => void;
  },
): Promise<number | undefined> {
  const running = await findRunningServer(folder, options.password);
  if (running.kind === "none") {
    return undefined;
  }
  if (running.kind === "ours" && (running.durable || !options.durable)) {
    return running.port;
  }
  if (running.kind === "ours" && !isUnused(folder)) {
    throw new EmbeddedPostgresError(
      "folder_in_use",
      `Another process uses the database in ${folder.dataDir} with settings that may lose data. ` +
        "End that process first, or set SETTLED_DATA_DIR to another folder.",
    );
  }
  options.log(`Stopping PostgreSQL (process ${running.pid}), which was left by an earlier run`);
  await stopServer(folder);
  return undefined;
}
