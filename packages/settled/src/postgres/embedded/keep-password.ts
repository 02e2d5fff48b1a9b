import { randomBytes } from "node:crypto";
import { chown, open, readFile, rename } from "node:fs/promises";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { isMissing } from "./folder-error.ts";
import { pathExists } from "./path-exists.ts";
import type { ServerUser } from "./server-user.ts";

/** Reads the folder's password, or makes one where there is no data yet. Call only while holding the turn. */
export async function keepPassword(folder: DataFolder): Promise<string> {
  const stored = await readPassword(folder.password);
  if (stored !== undefined) {
    return stored;
  }
  if (await pathExists(folder.cluster)) {
    throw new EmbeddedPostgresError(
      "password_lost",
      `The file ${folder.password} is missing, and without it nobody can open the database beside it. ` +
        "Restore the file from a backup, or set SETTLED_DATA_DIR to a new folder to begin again without the old data.",
    );
  }
  const password = newPassword();
  // initdb, which runs as the server's user, reads the password from this file.
  await storePassword(folder.password, password, folder.serverUser);
  return password;
}

export function newPassword(): string {
  return randomBytes(32).toString("hex");
}

export async function readPassword(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

/** Renamed into place when it is on disk: a power cut leaves no empty password beside a good database. */
export async function storePassword(
  path: string,
  password: string,
  reader: ServerUser | null,
): Promise<void> {
  const unfinished = `${path}.new`;
  const file = await open(unfinished, "w", 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${password}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  if (reader !== null) await chown(unfinished, reader.uid, reader.gid);
  await rename(unfinished, path);
}
