import type { SourceFile } from "./source-file.ts";

/** A breach that a rule must find, in a repository of its own that lives in memory. */
export interface Plant {
  readonly rule: string;
  readonly breach: string;
  /** Path and text of each file; the first one is where the finding is expected. */
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly problem: RegExp;
  /** A small change that makes the same files clean. */
  readonly mended: readonly (readonly [path: string, text: string])[];
}

export function asFiles(entries: readonly (readonly [string, string])[]): readonly SourceFile[] {
  return entries.map(([path, text]) => ({ path, text }));
}
