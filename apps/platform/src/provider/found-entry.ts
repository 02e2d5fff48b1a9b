import type { EntryKind } from "./export-reading.ts";
import type { IgnoredReason } from "./ignored-reason.ts";
import { refused } from "./unreadable-reason.ts";
import type { ReadRefusal } from "./unreadable-reason.ts";

/** A file that is to be opened. */
export interface FoundFile {
  readonly kind: "found";
  readonly file: string;
  readonly path: string;
  readonly linkTarget: string | null;
}

/** An entry about which everything is known without opening it. */
export type SettledEntry =
  | {
      readonly kind: "ignored";
      readonly file: string;
      readonly entry: EntryKind;
      readonly reason: IgnoredReason;
    }
  | {
      readonly kind: "unreadable";
      readonly file: string;
      readonly entry: EntryKind;
      readonly refusal: ReadRefusal;
    };

export type FoundEntry = FoundFile | SettledEntry;

export function ignoredEntry(file: string, entry: EntryKind, reason: IgnoredReason): SettledEntry {
  return { kind: "ignored", file, entry, reason };
}

export function unreadableEntry(
  file: string,
  entry: EntryKind,
  refusal: ReadRefusal,
): SettledEntry {
  return { kind: "unreadable", file, entry, refusal };
}

export function notRegular(file: string): SettledEntry {
  return unreadableEntry(file, "other", refused("not_a_regular_file"));
}

export function fileNameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
