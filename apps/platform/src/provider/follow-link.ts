import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { refusalOf } from "./file-fault.ts";
import { ignoredEntry, notRegular, unreadableEntry } from "./found-entry.ts";
import type { FoundEntry } from "./found-entry.ts";
import { refused } from "./unreadable-reason.ts";

export interface LinkEnd {
  readonly kind: "folder";
  /** Real path of a folder that has not been walked. */
  readonly path: string;
}

/** Where a link ends. Only what really lies below the root is ever opened, whatever the link says. */
export async function followLink(
  link: { readonly file: string; readonly path: string },
  options: { readonly root: string; readonly walked: ReadonlySet<string> },
): Promise<FoundEntry | LinkEnd> {
  try {
    const real = await realpath(link.path);
    if (!isInside(options.root, real)) {
      return unreadableEntry(link.file, "link", refused("link_out_of_folder"));
    }
    const end = await stat(real);
    if (end.isFile()) {
      const linkTarget = path.relative(options.root, real).replaceAll(path.sep, "/");
      return { kind: "found", file: link.file, path: real, linkTarget };
    }
    if (!end.isDirectory()) return notRegular(link.file);
    if (!options.walked.has(real)) return { kind: "folder", path: real };
    return ignoredEntry(link.file, "link", "link_to_read_folder");
  } catch (error) {
    const refusal = refusalOf(error, link.file);
    // The link itself was listed: what is not there is its end.
    const isBroken = refusal.reason === "vanished";
    return unreadableEntry(link.file, "link", isBroken ? refused("broken_link") : refusal);
  }
}

function isInside(root: string, real: string): boolean {
  const way = path.relative(root, real);
  return way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
