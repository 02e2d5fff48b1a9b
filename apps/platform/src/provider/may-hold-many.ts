import type { UnreadableEntry } from "./export-reading.ts";
import { isJsonFile } from "./ignored-reason.ts";

/** Whether what could not be read may be more than one policy: a folder, or a link of which nobody knows. */
export function mayHoldMany({ entry, file }: Pick<UnreadableEntry, "entry" | "file">): boolean {
  return entry === "folder" || (entry === "link" && !isJsonFile(file));
}
