import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { errorCodeOf } from "./folder-error.ts";

function isAlive(pid: number): boolean {
  if (pid <= 0) {
    // For the system such a number means a whole group of processes.
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCodeOf(error) === "EPERM";
  }
}

/**
 * Whether a process is the server that works in this cluster. Process numbers are used again, after a reboot or in a
 * new container with certainty, so a number from a file proves nothing.
 */
export async function isServerOfCluster(
  pid: number,
  cluster: string,
): Promise<"yes" | "no" | "unknown"> {
  if (!isAlive(pid)) {
    return "no";
  }
  if (process.platform === "linux") {
    return isServerByProc(pid, cluster);
  }
  return process.platform === "win32" ? "unknown" : isServerByPs(pid, cluster);
}

async function isServerByProc(pid: number, cluster: string): Promise<"yes" | "no" | "unknown"> {
  try {
    const words = (await readFile(`/proc/${pid}/cmdline`, "utf8")).split("\0");
    // A process that has ended but was not collected by its parent has no command line.
    if (!/(^|[/\\])postgres$/.test(words[0] ?? "")) {
      return "no";
    }
    const named = words[words.indexOf("-D") + 1] ?? "";
    if (named !== "" && (await isSameFolder(named, cluster))) {
      return "yes";
    }
    // The folder may have been moved under a living server, whose working folder it is.
    return (await isSameFolder(`/proc/${pid}/cwd`, cluster)) ? "yes" : "no";
  } catch (error) {
    return errorCodeOf(error) === "ENOENT" ? "no" : "unknown";
  }
}

/** By identity, not by name, as a path can have many spellings. */
export async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all(
    [one, other].map((path) =>
      stat(path).catch((error: unknown) => {
        if (errorCodeOf(error) === "ENOENT") {
          return undefined;
        }
        throw error;
      }),
    ),
  );
  return left !== undefined && left.dev === right?.dev && left.ino === right.ino;
}

async function isServerByPs(pid: number, cluster: string): Promise<"yes" | "no" | "unknown"> {
  try {
    const { stdout } = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]);
    if (!stdout.includes("postgres")) {
      return "no";
    }
    return stdout.includes(cluster) ? "yes" : "unknown";
  } catch {
    return "unknown";
  }
}
