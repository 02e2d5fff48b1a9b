import { constants } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import type { DataFolder } from "./data-folder.ts";
import { isMissing } from "./folder-error.ts";

const LOG_BYTES_MAX = 5_000_000;
const DETAIL_BYTES_MAX = 4_000;

export interface ServerLog {
  readonly fd: number;
  /** The last lines that were written since the log was opened. */
  readTail(): Promise<string>;
  close(): Promise<void>;
}

/** A file, not a pipe: a server that outlives us must have somewhere to write. One older log is kept. */
export async function openServerLog(folder: DataFolder): Promise<ServerLog> {
  let file = await openLog(folder);
  let from = (await file.stat()).size;
  if (from > LOG_BYTES_MAX) {
    await file.close();
    await rename(folder.serverLog, `${folder.serverLog}.1`);
    file = await openLog(folder);
    from = 0;
  }
  return {
    fd: file.fd,
    readTail: () => readTail(folder.serverLog, from),
    close: () => file.close(),
  };
}

async function openLog(folder: DataFolder): Promise<FileHandle> {
  const { O_APPEND, O_CREAT, O_WRONLY } = constants;
  // Root must not be led elsewhere by a link that the server's user made. Windows has no such flag.
  const noFollow = process.platform === "win32" ? 0 : constants.O_NOFOLLOW;
  const file = await open(folder.serverLog, O_APPEND | O_CREAT | O_WRONLY | noFollow, 0o600);
  if (folder.serverUser !== null) {
    await file.chown(folder.serverUser.uid, folder.serverUser.gid);
  }
  return file;
}

async function readTail(path: string, from: number): Promise<string> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      const start = Math.max(from, size - DETAIL_BYTES_MAX);
      const { buffer, bytesRead } = await file.read({
        buffer: Buffer.alloc(DETAIL_BYTES_MAX),
        position: start,
      });
      return buffer.toString("utf8", 0, bytesRead).trim();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) {
      return "";
    }
    throw error;
  }
}
