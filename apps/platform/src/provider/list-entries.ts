import type { Dirent } from "node:fs";
import { opendir } from "node:fs/promises";
import path from "node:path";
import { ExportFolderError } from "./export-folder-error.ts";
import { refusalOf } from "./file-fault.ts";
import { followLink } from "./follow-link.ts";
import { ignoredEntry, notRegular, unreadableEntry } from "./found-entry.ts";
import type { FoundEntry } from "./found-entry.ts";
import { rootError } from "./open-root.ts";
import type { ReadingLimits } from "./reading-limits.ts";
import { refused } from "./unreadable-reason.ts";

export interface ListOptions {
  /** Real path of the root. */
  readonly root: string;
  readonly limits: ReadingLimits;
  readonly signal: AbortSignal | undefined;
}

interface Place {
  readonly file: string;
  readonly path: string;
  readonly depth: number;
}

interface Walk extends ListOptions {
  readonly found: FoundEntry[];
  /** Real paths of all folders that were listed. */
  readonly walked: Set<string>;
  readonly folders: Place[];
  readonly links: Place[];
  entries: number;
}

/**
 * Every entry below the root, links last: all plain folders are walked first, so a link to a folder can
 * only point to one already walked (a cycle, or a second way in) or to one that no plain path reaches.
 */
export async function listEntries(options: ListOptions): Promise<readonly FoundEntry[]> {
  const root: Place = { file: "", path: options.root, depth: 0 };
  const folders = [root];
  const walk: Walk = { ...options, found: [], walked: new Set(), folders, links: [], entries: 0 };
  await listFolders(walk);
  for (let link = walk.links.shift(); link; link = walk.links.shift()) {
    options.signal?.throwIfAborted();
    const end = await followLink(link, walk);
    if (end.kind !== "folder") {
      walk.found.push(end);
      continue;
    }
    walk.folders.push({ ...link, path: end.path });
    await listFolders(walk);
  }
  return walk.found;
}

async function listFolders(walk: Walk): Promise<void> {
  for (let folder = walk.folders.pop(); folder; folder = walk.folders.pop()) {
    walk.signal?.throwIfAborted();
    if (folder.depth > walk.limits.folderDepthMax) {
      walk.found.push(unreadableEntry(folder.file, "folder", refused("folder_too_deep")));
      continue;
    }
    walk.walked.add(folder.path);
    await listFolder(folder, walk);
  }
}

async function listFolder(folder: Place, walk: Walk): Promise<void> {
  let isEmpty = true;
  try {
    for await (const entry of await opendir(folder.path, { bufferSize: 256 })) {
      isEmpty = false;
      countEntry(walk);
      sortEntry(entry, folder, walk);
    }
  } catch (error) {
    if (error instanceof ExportFolderError) throw error;
    if (folder.file === "") throw rootError(error, walk.root);
    walk.found.push(unreadableEntry(folder.file, "folder", refusalOf(error, folder.file)));
    return;
  }
  if (isEmpty && folder.file !== "") {
    walk.found.push(ignoredEntry(folder.file, "folder", "empty_folder"));
  }
}

// Counted while listing: a folder of millions is refused before its names fill the memory.
function countEntry(walk: Walk): void {
  walk.entries += 1;
  const { entriesMax } = walk.limits;
  if (walk.entries <= entriesMax) return;
  const message = `The folder holds more than ${entriesMax} files and folders.`;
  throw new ExportFolderError("too_many_entries", message);
}

function sortEntry(entry: Dirent, folder: Place, walk: Walk): void {
  const file = folder.file === "" ? entry.name : `${folder.file}/${entry.name}`;
  const place = { file, path: path.join(folder.path, entry.name), depth: folder.depth + 1 };
  if (entry.isDirectory()) {
    if (entry.name.startsWith(".")) walk.found.push(ignoredEntry(file, "folder", "hidden"));
    else walk.folders.push(place);
  } else if (entry.isSymbolicLink()) walk.links.push(place);
  else if (entry.isFile())
    walk.found.push({ kind: "found", file, path: place.path, linkTarget: null });
  else walk.found.push(notRegular(file));
}
