import { chmod, chown, mkdir, open, readdir, realpath, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { asDataFolder, type DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { findBarrier } from "./find-barrier.ts";
import { asFolderError, errorCodeOf, isMissing } from "./folder-error.ts";
import { chooseServerUser, type ServerUser } from "./server-user.ts";

const MARKER = "SETTLED";
const MARKER_TEXT =
  "This folder holds the database that Settled started by itself. Stop Settled before you copy, move or delete it.\n";
const NOBODYS_FILES = new Set([MARKER, "lost+found", ".DS_Store"]);

/** Makes the folder or recognises it as ours. Refuses a folder with foreign contents and changes nothing in it. */
export async function claimDataFolder(dataDir: string): Promise<DataFolder> {
  const asked = resolve(dataDir);
  try {
    // Only the folder itself is private: the server's user must be able to pass through those above.
    await mkdir(dirname(asked), { recursive: true });
    await mkdir(asked, { recursive: true, mode: 0o700 });
    const path = await realpath(asked);
    await mark(path);
    const serverUser = await chooseServerUser(await ownerOf(path));
    if (serverUser === null) {
      await chmod(path, 0o700);
    } else {
      await admit(path, serverUser);
    }
    return asDataFolder(path, serverUser);
  } catch (error) {
    throw asFolderError(error, asked);
  }
}

async function mark(path: string): Promise<void> {
  const names = await readdir(path);
  if (names.includes(MARKER)) {
    // Opening for writing is the earliest and plainest proof that this user may work here.
    await (await open(join(path, MARKER), "r+")).close();
    return;
  }
  const foreign = names.find((name) => !NOBODYS_FILES.has(name));
  // Somebody else who starts at this moment marks the folder first and fills it afterwards.
  if (foreign !== undefined && !(await readdir(path)).includes(MARKER)) {
    throw new EmbeddedPostgresError(
      "folder_not_ours",
      `The folder ${path} holds files that Settled did not make (for example ${foreign}), so it is left alone. ` +
        "Set SETTLED_DATA_DIR to a folder that is empty or does not exist yet.",
    );
  }
  await writeFile(join(path, MARKER), MARKER_TEXT, { flag: "wx", mode: 0o600 }).catch(
    (error: unknown) => {
      if (errorCodeOf(error) !== "EEXIST") {
        throw error;
      }
    },
  );
}

/** The cluster's owner counts more than the folder's: PostgreSQL starts only as the owner of its data. */
async function ownerOf(path: string): Promise<number> {
  try {
    return (await stat(join(path, "cluster"))).uid;
  } catch (error) {
    if (isMissing(error)) {
      return (await stat(path)).uid;
    }
    throw error;
  }
}

/** The folder stays ours; the server's user may only pass through it to its own part. */
async function admit(path: string, user: ServerUser): Promise<void> {
  const { uid } = await stat(path);
  await chown(path, uid, user.gid);
  await chmod(path, 0o710);
  const barrier = await findBarrier(path, user);
  if (barrier !== undefined) {
    throw new EmbeddedPostgresError(
      "folder_not_reachable",
      `PostgreSQL does not run as root, and the user that it runs as may not enter ${barrier}. ` +
        "Set SETTLED_DATA_DIR to a folder that every user can reach, such as /var/lib/settled, or set DATABASE_URL to use your own server.",
    );
  }
}
