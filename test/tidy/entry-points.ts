import { dirname, join } from "node:path/posix";
import type { SourceFile } from "./source-file.ts";

export interface Manifest {
  readonly name: string;
  readonly exports?: unknown;
  readonly bin?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A package.json with the folder that it rules; "" is the root. */
export interface Workspace {
  readonly folder: string;
  readonly manifest: Manifest;
}

export function workspacesOf(files: readonly SourceFile[]): readonly Workspace[] {
  return files
    .filter(({ path }) => path === "package.json" || path.endsWith("/package.json"))
    .map(({ path, text }) => ({
      folder: path.includes("/") ? dirname(path) : "",
      manifest: JSON.parse(text) as Manifest,
    }));
}

/** The workspace of a file: the nearest package.json above it. */
export function workspaceOf(workspaces: readonly Workspace[], path: string): Workspace | undefined {
  return workspaces
    .filter(({ folder }) => folder === "" || path.startsWith(`${folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

/** Paths that somebody starts or imports from outside: exports, bin, and files that scripts name. */
export function entryPoints(files: readonly SourceFile[]): ReadonlySet<string> {
  const scripts = files.filter(({ path }) => /^\.ci\/\w+$/.test(path));
  return new Set([
    ...scripts.flatMap(({ text }) => pathsSaidIn(text)),
    ...files.flatMap((file) => scriptsOfPage(file)),
    ...workspacesOf(files).flatMap(({ folder, manifest }) => {
      const named = [...pathsIn(manifest.exports), ...pathsIn(manifest.bin)];
      const started = Object.values(manifest.scripts ?? {}).flatMap(pathsSaidIn);
      return [...named, ...started].map((path) => join(folder, path));
    }),
  ]);
}

/** What a page of a browser application loads. */
function scriptsOfPage({ path, text }: SourceFile): readonly string[] {
  if (!path.endsWith(".html")) return [];
  return [...text.matchAll(/<script[^>]*\ssrc="(\.[^"]+)"/g)].map(([, src = ""]) =>
    join(dirname(path), src),
  );
}

function pathsSaidIn(script: string): readonly string[] {
  return script.match(/[\w./-]+\.(?:ts|js|mjs)\b/g) ?? [];
}

function pathsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.startsWith(".") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}
