import { readFile } from "node:fs/promises";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

/** The operating system's user that the server runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const NAMES_IN_ORDER = ["postgres", "_postgres", "nobody"];

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * PostgreSQL refuses to run as root, so root needs somebody else: the owner of the data if there is one, so that a
 * folder keeps its user, else one of the well-known unprivileged users. Null means: as whoever we are.
 */
export async function chooseServerUser(ownerUid: number): Promise<ServerUser | null> {
  if (!runsAsRoot()) {
    return null;
  }
  const user = serverUserFrom(await readFile("/etc/passwd", "utf8").catch(() => ""), ownerUid);
  if (user === undefined) {
    throw new EmbeddedPostgresError(
      "no_server_user",
      "PostgreSQL does not run as root, and this system has neither a user postgres nor nobody. " +
        "Create one (useradd --system postgres), start Settled as an ordinary user, or set DATABASE_URL to use your own server.",
    );
  }
  return user;
}

/** Users are only taken from the list: PostgreSQL does not start under a number without a name. */
export function serverUserFrom(passwd: string, ownerUid: number): ServerUser | undefined {
  const users = passwd
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name: name ?? "", uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  const owner = users.find(({ uid }) => uid === ownerUid);
  const known = NAMES_IN_ORDER.map((wanted) => users.find(({ name }) => name === wanted));
  const found = owner ?? known.find((user) => user !== undefined);
  return found && { uid: found.uid, gid: found.gid };
}
