import { asSuperuser } from "./connect-to-server.ts";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { errorCodeOf } from "./folder-error.ts";
import { isSameFolder, isServerOfCluster } from "./is-server-of-cluster.ts";
import { disownPostmasterFile, readPostmasterFile } from "./postmaster-file.ts";
import { waitUntil } from "./wait-until.ts";

/** A crash recovery can take long, and a server that recovers is a good one. */
export const READY_LIMIT_MS = 120_000;

export type RunningServer =
  | { readonly kind: "none" }
  | {
      readonly kind: "ours";
      readonly pid: number;
      readonly port: number;
      readonly durable: boolean;
    }
  /** Certainly the server of this folder, but it does not answer. */
  | { readonly kind: "silent"; readonly pid: number };

/** Looks for a server that an earlier process left running. Changes nothing but a stale pid file. */
export async function findRunningServer(
  folder: DataFolder,
  password: string,
): Promise<RunningServer> {
  const found = await waitUntil(() => findSettledFile(folder), {
    limitMs: READY_LIMIT_MS,
    everyMs: 20,
  });
  if (found === undefined) {
    const file = await readPostmasterFile(folder.cluster);
    return file === undefined ? { kind: "none" } : { kind: "silent", pid: file.pid };
  }
  if (found === "none") {
    return { kind: "none" };
  }
  const { pid, port, proven } = found;
  const answer = await ask(folder, { port, password });
  if (answer.kind === "ours") {
    return { kind: "ours", pid, port, durable: answer.durable };
  }
  if (answer.kind === "password_refused" && proven) {
    throw passwordRefusedError(folder);
  }
  if (!proven) {
    throw new EmbeddedPostgresError(
      "folder_in_use",
      `Process ${pid} may be using the database in ${folder.dataDir}, but it does not answer. ` +
        "End that process and start again, or set SETTLED_DATA_DIR to another folder.",
    );
  }
  return { kind: "silent", pid };
}

/** Undefined while the server is on its way up or down. */
async function findSettledFile(folder: DataFolder) {
  const file = await readPostmasterFile(folder.cluster);
  if (file === undefined) {
    return "none";
  }
  const whose = await isServerOfCluster(file.pid, folder.cluster);
  if (whose === "no") {
    await disownPostmasterFile(folder.cluster);
    return "none";
  }
  const proven = whose === "yes";
  return proven && file.status !== "ready" ? undefined : { ...file, proven };
}

async function ask(folder: DataFolder, address: { port: number; password: string }) {
  try {
    return await asSuperuser(address, async (client) => {
      const { rows } = await client.query<{ folder: string; fsync: string }>(
        "select current_setting('data_directory') as folder, current_setting('fsync') as fsync",
      );
      const [row] = rows;
      return row !== undefined && (await isSameFolder(row.folder, folder.cluster))
        ? { kind: "ours" as const, durable: row.fsync === "on" }
        : { kind: "stranger" as const };
    });
  } catch (error) {
    const refused = errorCodeOf(error) === "28P01";
    return { kind: refused ? ("password_refused" as const) : ("no_answer" as const) };
  }
}

export function passwordRefusedError(folder: DataFolder): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "password_lost",
    `The database in ${folder.dataDir} does not accept the password in ${folder.password}. ` +
      "Restore that file from a backup, or set SETTLED_DATA_DIR to a new folder to begin again without the old data.",
  );
}
