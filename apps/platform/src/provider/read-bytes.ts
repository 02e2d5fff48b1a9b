import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import type { FoundFile } from "./found-entry.ts";
import { faultCode, refusalOf } from "./file-fault.ts";
import { refused } from "./unreadable-reason.ts";
import type { ReadRefusal } from "./unreadable-reason.ts";

export interface FileBytes {
  readonly kind: "bytes";
  readonly bytes: Buffer;
}

// The entry was a plain file when it was listed. Should it have been swapped since, a link is not
// followed and a pipe does not block.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** All bytes of a file, never more than `bytesMax`: its size is asked before anything is read. */
export async function readBytes(
  found: FoundFile,
  bytesMax: number,
): Promise<FileBytes | ReadRefusal> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(found.path, FLAGS);
    const { size, isFile } = await regularSize(handle);
    if (!isFile) return refused("not_a_regular_file");
    if (size > bytesMax) return tooLarge(size, bytesMax);
    return await readExactly(handle, size);
  } catch (error) {
    // Links were followed when listing: one that stands here now was put in since.
    if (faultCode(error) === "ELOOP") return refused("changed_while_reading");
    return refusalOf(error, found.file);
  } finally {
    await handle?.close();
  }
}

export function tooLarge(size: number, bytesMax: number): ReadRefusal {
  return refused("too_large", ` (${size} bytes; at most ${bytesMax})`);
}

async function regularSize(handle: FileHandle): Promise<{ size: number; isFile: boolean }> {
  const now = await handle.stat();
  return { size: now.size, isFile: now.isFile() };
}

// One byte of room more than the size: if it is filled, the file has grown meanwhile.
async function readExactly(handle: FileHandle, size: number): Promise<FileBytes | ReadRefusal> {
  const room = Buffer.allocUnsafe(size + 1);
  let filled = 0;
  while (filled < room.length) {
    const { bytesRead } = await handle.read(room, filled, room.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  if (filled !== size) return refused("changed_while_reading");
  return { kind: "bytes", bytes: room.subarray(0, size) };
}
