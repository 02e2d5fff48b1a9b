import { chmod, cp, lchown, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { findBarrier } from "./find-barrier.ts";
import { asServerBinaries, type ServerBinaries } from "./find-server-binaries.ts";
import { pathExists } from "./path-exists.ts";
import type { ServerUser } from "./server-user.ts";

/**
 * Makes sure that the server's user can reach the programs. Where root installed them in a place of its own, such as
 * /root, that user gets a copy in the data folder (60 MB, about 0.1 s, once per installed version).
 */
export async function shareServerBinaries(
  binaries: ServerBinaries,
  folder: DataFolder,
): Promise<ServerBinaries> {
  const user = folder.serverUser;
  if (user === null || (await isReachable(binaries, user))) {
    return binaries;
  }
  const { size, mtimeMs } = await stat(binaries.postgres);
  const path = join(folder.dataDir, `programs-${size}-${Math.floor(mtimeMs)}`);
  if (!(await pathExists(path))) {
    const unfinished = `${path}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await cp(binaries.nativeDir, unfinished, { recursive: true, verbatimSymlinks: true });
    await giveAll(unfinished, user);
    await rename(unfinished, path);
  }
  return asServerBinaries(path);
}

async function isReachable(binaries: ServerBinaries, user: ServerUser): Promise<boolean> {
  const probes = [
    binaries.postgres,
    join(binaries.nativeDir, "lib"),
    join(binaries.nativeDir, "share", "postgresql", "postgres.bki"),
  ];
  const barriers = await Promise.all(probes.map((probe) => findBarrier(probe, user)));
  return barriers.every((barrier) => barrier === undefined);
}

async function giveAll(path: string, user: ServerUser): Promise<void> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  await chmod(path, 0o700);
  await lchown(path, user.uid, user.gid);
  for (const entry of entries) {
    await lchown(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
}
