import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "./folder-error.ts";

/** What a server writes about itself into postmaster.pid (format: src/include/utils/pidfile.h of PostgreSQL). */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly status: "starting" | "ready" | "stopping" | "unknown";
}

const FILE = "postmaster.pid";
const LINE_PID = 0;
const LINE_PORT = 3;
const LINE_STATUS = 7;
// No system gives out this number, so PostgreSQL will find that the process is gone.
const PID_OF_NOBODY = 2_147_483_647;

/** Undefined when there is no file. What a power cut left of one names no server: its pid is 0. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const lines = await readLines(cluster);
  return (
    lines && {
      pid: numberOn(LINE_PID, lines),
      port: numberOn(LINE_PORT, lines),
      status: statusOf(lines),
    }
  );
}

/**
 * Takes a pid that is not the server's out of the file, since it keeps PostgreSQL from starting. The file stays,
 * because its line about shared memory lets PostgreSQL refuse if connections of the old server still live.
 */
export async function disownPostmasterFile(cluster: string): Promise<void> {
  const lines = (await readLines(cluster)) ?? [];
  lines[LINE_PID] = String(PID_OF_NOBODY);
  // Written over, not replaced: the file keeps its owner.
  await writeFile(join(cluster, FILE), lines.join("\n"), { flag: "r+" });
}

async function readLines(cluster: string): Promise<string[] | undefined> {
  try {
    return (await readFile(join(cluster, FILE), "utf8")).split("\n");
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

function numberOn(line: number, lines: readonly string[]): number {
  const number = Number.parseInt(lines[line] ?? "", 10);
  return number > 0 ? number : 0;
}

function statusOf(lines: readonly string[]): PostmasterFile["status"] {
  const word = (lines[LINE_STATUS] ?? "").trim();
  return word === "starting" || word === "ready" || word === "stopping" ? word : "unknown";
}
