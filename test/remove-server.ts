import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const PREFIX = "settled-tests-";
const WAIT_MS = 20;
const WAITS_MAX = 150;

/** The name of this process's folder of throw-away data, so that a later process knows whose it was. */
export function serverFolderPrefix(): string {
  return `${PREFIX}${process.pid}-`;
}

/** Ends the server of a folder of throw-away data at once, and removes the folder. Works while a process exits. */
export function removeServer(folder: string): void {
  const pid = serverOf(folder);
  if (pid !== null && signal(pid, "SIGQUIT")) {
    const clock = new Int32Array(new SharedArrayBuffer(4));
    for (let wait = 0; wait < WAITS_MAX && signal(pid, 0); wait += 1) {
      Atomics.wait(clock, 0, 0, WAIT_MS);
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Removes what test processes left that were killed before they could. */
export function removeLeftServers(parent: string): void {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split("-")[0]);
    if (owner > 0 && !signal(owner, 0)) removeServer(join(parent, name));
  }
}

function serverOf(folder: string): number | null {
  try {
    const file = join(folder, "postgres", "cluster", "postmaster.pid");
    const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
    return pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** False if there is no such process. Another user's process is one, too. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
