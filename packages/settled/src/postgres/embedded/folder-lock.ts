import { DatabaseSync } from "node:sqlite";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { waitUntil } from "./wait-until.ts";

// Node offers no file locks of its own, and a lock file with a pid inside cannot be taken over from a dead process
// without a race. SQLite's locks are the kernel's: they end with the process, however it dies. Nothing is stored.
const SQLITE_BUSY = 5;
const TURN_LIMIT_MS = 150_000;

export interface FolderLock {
  release(): void;
}

// A lock whose holder was collected as garbage would be given up in silence.
const held = new Set<DatabaseSync>();

/** Takes the lock at once or gives null. Many may share a lock; an exclusive one has a single holder. */
export function tryLock(file: string, mode: "shared" | "exclusive"): FolderLock | null {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec(
      mode === "exclusive" ? "begin exclusive" : "begin; select count(*) from sqlite_master",
    );
  } catch (error) {
    database?.close();
    const reason = error instanceof Error && "errcode" in error ? error.errcode : undefined;
    if (reason === SQLITE_BUSY) {
      return null;
    }
    throw new EmbeddedPostgresError(
      "folder_not_writable",
      `The file ${file} cannot be locked, which protects the data from being used twice. ` +
        "Check that this user may write there, or set SETTLED_DATA_DIR to a folder on a local disk.",
      { cause: error },
    );
  }
  const lock = database;
  held.add(lock);
  return {
    release() {
      if (held.delete(lock)) {
        lock.close();
      }
    },
  };
}

/** Waits for the exclusive lock. Starts and stops on one folder happen one after the other. */
export async function takeTurn(file: string, dataDir: string): Promise<FolderLock> {
  const lock = await waitUntil(() => tryLock(file, "exclusive") ?? undefined, {
    limitMs: TURN_LIMIT_MS,
    everyMs: 20,
  });
  if (lock === undefined) {
    throw new EmbeddedPostgresError(
      "folder_in_use",
      `Another process has been starting or stopping the database in ${dataDir} for a long time. ` +
        "End that process and try again, or set SETTLED_DATA_DIR to another folder.",
    );
  }
  return lock;
}
