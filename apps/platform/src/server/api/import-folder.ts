import { realpath, stat } from "node:fs/promises";
import path from "node:path";

/**
 * The folder that a caller names, if it lies below the import root in truth: symbolic links are followed before it is
 * judged. Null for any other, with no word on what else there is on the server.
 */
export async function findImportFolder(
  importRoot: string | null,
  asked: string,
): Promise<string | null> {
  if (importRoot === null || path.isAbsolute(asked)) return null;
  try {
    const root = await realpath(importRoot);
    const folder = await realpath(path.join(root, asked));
    const isBelow = folder.startsWith(root.endsWith(path.sep) ? root : `${root}${path.sep}`);
    return isBelow && (await stat(folder)).isDirectory() ? folder : null;
  } catch {
    return null;
  }
}
