import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Ends the server of a data folder at once, without a word; for throw-away data alone. */
export function killServer(dataDir: string): void {
  try {
    const [pid] = readFileSync(join(dataDir, "cluster", "postmaster.pid"), "utf8").split("\n");
    if (Number(pid) > 0) process.kill(Number(pid), "SIGQUIT");
  } catch {
    // No file or no process: nothing runs.
  }
}
