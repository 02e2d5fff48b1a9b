import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { explainFailure } from "./explain-failure.ts";
import type { ServerBinaries } from "./find-server-binaries.ts";
import { pathExists } from "./path-exists.ts";
import { serverEnvironment } from "./server-settings.ts";

const UNFINISHED = "cluster.unfinished-";
const DETAIL_CHARACTERS_MAX = 4_000;

/**
 * Makes an empty cluster unless there is one. It is made under another name and renamed when it is complete, so a
 * cluster that was interrupted halfway is never taken for a good one. Call only while holding the turn.
 */
export async function initialiseCluster(
  folder: DataFolder,
  options: { readonly binaries: ServerBinaries; readonly durable: boolean },
): Promise<void> {
  await removeUnfinished(folder.dataDir);
  if (await pathExists(folder.cluster)) {
    return;
  }
  // A new name each time: an initdb that outlived its killed parent may still be writing under the old one.
  const unfinished = join(folder.dataDir, `${UNFINISHED}${randomBytes(6).toString("hex")}`);
  try {
    await mkdir(unfinished, { mode: 0o700 });
    if (folder.serverUser !== null) {
      await chown(unfinished, folder.serverUser.uid, folder.serverUser.gid);
    }
    await runInitdb(folder, { ...options, unfinished });
    await rename(unfinished, folder.cluster);
    await syncFolder(folder.dataDir);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function removeUnfinished(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(UNFINISHED));
  for (const name of names) {
    // Whatever a surviving initdb still holds is removed at the next start.
    await rm(join(dataDir, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function runInitdb(
  folder: DataFolder,
  options: {
    readonly binaries: ServerBinaries;
    readonly durable: boolean;
    readonly unfinished: string;
  },
): Promise<void> {
  const initdb = spawn(
    options.binaries.initdb,
    [
      `--pgdata=${options.unfinished}`,
      `--pwfile=${folder.password}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-instructions",
      ...(options.durable ? [] : ["--no-sync"]),
    ],
    {
      cwd: folder.dataDir,
      env: serverEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      windowsHide: true,
      ...folder.serverUser,
    },
  );
  let said = "";
  const listen = (text: string) => {
    said = (said + text).slice(-DETAIL_CHARACTERS_MAX);
  };
  initdb.stdout.setEncoding("utf8").on("data", listen);
  initdb.stderr.setEncoding("utf8").on("data", listen);
  await new Promise<void>((resolve, reject) => {
    const fail = (cause?: unknown) =>
      reject(explainFailure("init_failed", { dataDir: folder.dataDir, detail: said, cause }));
    initdb.once("error", fail);
    initdb.once("close", (code) => (code === 0 ? resolve() : fail()));
  });
}

/** Makes the rename itself survive a power cut. Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform !== "win32") {
    const handle = await open(path, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
