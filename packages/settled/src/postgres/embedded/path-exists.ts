import { lstat } from "node:fs/promises";
import { isMissing } from "./folder-error.ts";

/** False only if nothing is there; a path that may not be looked at is an error, not an absence. */
export async function pathExists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) {
      return false;
    }
    throw error;
  }
}
