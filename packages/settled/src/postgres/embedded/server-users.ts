import type { DataFolder } from "./data-folder.ts";
import { type FolderLock, tryLock } from "./folder-lock.ts";

/**
 * Whether no living process, this one included, uses the folder's server. The users are only changed by holders of
 * the turn, so for a holder of the turn the answer stays true.
 */
export function isUnused(folder: DataFolder): boolean {
  const alone = tryLock(folder.usersLock, "exclusive");
  alone?.release();
  return alone !== null;
}

/** Registers this process as a user, until it releases or dies. Call only while holding the turn. */
export function holdUse(folder: DataFolder): FolderLock {
  const use = tryLock(folder.usersLock, "shared");
  if (use === null) {
    throw new Error(`somebody holds ${folder.usersLock} without holding the turn`);
  }
  return use;
}
