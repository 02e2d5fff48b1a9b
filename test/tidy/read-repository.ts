import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SourceFile } from "./source-file.ts";

export const REPOSITORY = resolve(import.meta.dirname, "../..");

const TEXT = /(?:\.(?:ts|tsx|mts|js|mjs|json|jsonc|sql|md|css|html|sh|yml|yaml|svg)|^\.ci\/\w+)$/;
const NOT_OURS = new Set(["node_modules", "dist", ".git", ".settled", "coverage"]);

/** Every path that belongs to the repository: what git tracks or would track, else what a walk finds. */
export function listRepository(root = REPOSITORY): readonly string[] {
  try {
    const words = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    const said = execFileSync("git", words, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const paths = said.split("\0").filter(Boolean);
    if (paths.length > 0) return paths.filter((path) => isFile(join(root, path))).toSorted();
  } catch {
    // An archive without its history is walked.
  }
  return walk(root, "").toSorted();
}

/** The repository's own text files. */
export function readRepository(root = REPOSITORY): readonly SourceFile[] {
  return listRepository(root)
    .filter((path) => TEXT.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(root, path);
    return entry.isFile() ? [path] : [];
  });
}

/** A file that was deleted but is still in git's index is none. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
