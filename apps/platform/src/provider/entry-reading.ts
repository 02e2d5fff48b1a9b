import type { JsonObject } from "../normal-form/json-value.ts";
import type { CoverageMarker } from "./coverage-marker.ts";
import type { ExportLayout } from "./export-layout.ts";
import type { EntryKind, ExportEntry, IgnoredEntry, MigrationTable } from "./export-reading.ts";
import type { FoundFile, SettledEntry } from "./found-entry.ts";
import { mayHoldMany } from "./may-hold-many.ts";
import { ignoredWords } from "./ignored-reason.ts";
import type { IgnoredReason } from "./ignored-reason.ts";
import type { ItemType } from "./policy-type.ts";
import type { ReadRefusal } from "./unreadable-reason.ts";

/** What became of one entry; what is no policy but says something about policies is kept apart. */
export interface EntryReading {
  readonly entry: ExportEntry;
  readonly migrationTable: MigrationTable | null;
  readonly coverage: CoverageMarker | null;
  readonly assignments: readonly JsonObject[] | null;
}

/** Nothing but an entry. */
export const NO_MORE = { migrationTable: null, coverage: null, assignments: null } as const;

export interface RefusedFile {
  readonly refusal: ReadRefusal;
  /** What the name says the file is, if not a policy. */
  readonly suspicion: IgnoredReason | null;
  readonly bytes?: number;
  readonly rawHash?: string;
}

/** The reading of a file that was refused; what is hidden is ignored whether it can be read or not. */
export function refusedReading(
  found: FoundFile,
  layout: ExportLayout,
  known: RefusedFile,
): EntryReading {
  if (known.suspicion === "hidden") return ignoredReading(found, "hidden");
  const { refusal, bytes, rawHash } = known;
  return unreadable({ file: found.file, entry: kindOf(found), refusal, bytes, rawHash }, layout);
}

export function ignoredReading(found: FoundFile, reason: IgnoredReason): EntryReading {
  return ignored({ file: found.file, entry: kindOf(found), reason });
}

/** The reading of an entry that was not opened. */
export function settledReading(settled: SettledEntry, layout: ExportLayout): EntryReading {
  if (settled.kind === "ignored") return ignored(settled);
  return unreadable(settled, layout);
}

function ignored({ file, entry, reason }: Pick<IgnoredEntry, "file" | "entry" | "reason">) {
  const detail = ignoredWords(reason);
  return { entry: { state: "ignored", file, entry, reason, detail }, ...NO_MORE } as const;
}

interface Refused {
  readonly file: string;
  readonly entry: EntryKind;
  readonly refusal: ReadRefusal;
  readonly bytes?: number | undefined;
  readonly rawHash?: string | undefined;
}

function unreadable(from: Refused, layout: ExportLayout): EntryReading {
  const { file, entry, refusal } = from;
  return {
    ...NO_MORE,
    entry: {
      state: "unreadable",
      file,
      entry,
      reason: refusal.reason,
      detail: refusal.detail,
      bytes: from.bytes ?? null,
      rawHash: from.rawHash ?? null,
      typeHint: typeHintOf(from, layout),
      nameHint: layout.namedFile(file).name,
    },
  };
}

function typeHintOf({ file, entry }: Refused, layout: ExportLayout): ItemType | null {
  if (layout.holdsAssignments(file)) return "other:assignments";
  // A folder that could not be opened, or a link that may be one, may hold files of its own type.
  return layout.typeOfFolder(mayHoldMany({ file, entry }) ? `${file}/` : file);
}

function kindOf(found: FoundFile): EntryKind {
  return found.linkTarget === null ? "file" : "link";
}
