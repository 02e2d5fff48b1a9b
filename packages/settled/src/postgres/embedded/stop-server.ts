import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { findServerBinaries } from "./find-server-binaries.ts";
import { errorCodeOf } from "./folder-error.ts";
import { isServerOfCluster } from "./is-server-of-cluster.ts";
import { disownPostmasterFile, readPostmasterFile } from "./postmaster-file.ts";
import { waitUntil } from "./wait-until.ts";

// SIGINT is PostgreSQL's fast shutdown: connections end, everything is written. SIGQUIT stops at once and leaves the
// rest to the recovery at the next start; no committed work is lost by it.
const STEPS = [
  { signal: "SIGINT", mode: "fast", limitMs: 20_000 },
  { signal: "SIGQUIT", mode: "immediate", limitMs: 5_000 },
] as const;

/** Stops the server of a folder, if there is one, and waits until it is gone. */
export async function stopServer(folder: DataFolder): Promise<void> {
  const file = await readPostmasterFile(folder.cluster);
  if (file === undefined) {
    return;
  }
  const isGone = async () => (await isServerOfCluster(file.pid, folder.cluster)) === "no";
  for (const step of STEPS) {
    // Asked before each signal: the number may by now belong to an innocent process.
    if (!(await isGone())) {
      await tell(file.pid, folder, step);
      await waitUntil(async () => (await isGone()) || undefined, {
        limitMs: step.limitMs,
        everyMs: 10,
      });
    }
    if (await isGone()) {
      // A server that did not end by itself leaves its file, and its number can stay taken for a while.
      if ((await readPostmasterFile(folder.cluster)) !== undefined) {
        await disownPostmasterFile(folder.cluster);
      }
      return;
    }
  }
  throw new EmbeddedPostgresError(
    "stop_failed",
    `The database server in ${folder.dataDir} (process ${file.pid}) does not stop. ` +
      "End that process by hand and start again; what was saved is not lost.",
  );
}

async function tell(pid: number, folder: DataFolder, step: (typeof STEPS)[number]): Promise<void> {
  if (process.platform === "win32") {
    // Windows has no signals; pg_ctl speaks to the server in its own way.
    const words = ["stop", "-D", folder.cluster, "-m", step.mode, "--no-wait"];
    await promisify(execFile)(findServerBinaries().pgCtl, words).catch(() => undefined);
    return;
  }
  try {
    process.kill(pid, step.signal);
  } catch (error) {
    if (errorCodeOf(error) !== "ESRCH") {
      throw error;
    }
  }
}
