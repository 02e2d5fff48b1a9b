import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { ServerUser } from "./server-user.ts";

const READ = 0o4;
const ENTER = 0o1;

/**
 * The nearest part of a path that this user can not pass, or undefined if the way is free. Root passes everywhere, so
 * trying it ourselves would prove nothing.
 */
export async function findBarrier(path: string, user: ServerUser): Promise<string | undefined> {
  const target = await stat(path);
  if (!isAllowed(target, user, target.isDirectory() ? ENTER : READ)) {
    return path;
  }
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!isAllowed(await stat(folder), user, ENTER)) {
      return folder;
    }
    if (folder === dirname(folder)) {
      return undefined;
    }
  }
}

/** Like the kernel: the first of owner, group and others that applies decides alone. */
function isAllowed(
  entry: { readonly mode: number; readonly uid: number; readonly gid: number },
  user: ServerUser,
  right: number,
): boolean {
  if (entry.uid === user.uid) {
    return (entry.mode & (right << 6)) !== 0;
  }
  if (entry.gid === user.gid) {
    return (entry.mode & (right << 3)) !== 0;
  }
  return (entry.mode & right) !== 0;
}
