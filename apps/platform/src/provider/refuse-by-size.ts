import { lstat } from "node:fs/promises";
import { refusalOf } from "./file-fault.ts";
import type { FoundFile } from "./found-entry.ts";
import { mapWithLimit } from "./map-with-limit.ts";
import { tooLarge } from "./read-bytes.ts";
import type { ReadingLimits } from "./reading-limits.ts";
import { refused } from "./unreadable-reason.ts";
import type { ReadRefusal } from "./unreadable-reason.ts";

export interface SizeRefusal {
  readonly refusal: ReadRefusal;
  readonly bytes?: number;
}

/**
 * Which files are too large to be opened, by their sizes alone. Decided before anything is read and in
 * the order given: which files stay unread does not depend on which of them happened to be faster.
 */
export async function refuseBySize(
  files: readonly FoundFile[],
  limits: ReadingLimits,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<FoundFile, SizeRefusal>> {
  const sizes = await mapWithLimit(files, { atOnce: limits.filesAtOnce, signal }, sizeOf);
  const refusals = new Map<FoundFile, SizeRefusal>();
  let total = 0;
  for (const { found, bytes, refusal } of sizes) {
    if (refusal !== undefined) refusals.set(found, { refusal });
    else if (bytes > limits.fileBytesMax) {
      refusals.set(found, { refusal: tooLarge(bytes, limits.fileBytesMax), bytes });
    } else if (total + bytes > limits.totalBytesMax) {
      refusals.set(found, { refusal: refused("over_total_bytes"), bytes });
    } else total += bytes;
  }
  return refusals;
}

async function sizeOf(found: FoundFile) {
  try {
    return { found, bytes: (await lstat(found.path)).size };
  } catch (error) {
    return { found, refusal: refusalOf(error, found.file) };
  }
}
