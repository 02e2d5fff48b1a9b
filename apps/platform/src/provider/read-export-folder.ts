import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { ignoredReading, refusedReading, settledReading } from "./entry-reading.ts";
import type { EntryReading } from "./entry-reading.ts";
import { ExportFolderError } from "./export-folder-error.ts";
import type { ExportReading } from "./export-reading.ts";
import { fileNameOf } from "./found-entry.ts";
import type { FoundEntry, FoundFile } from "./found-entry.ts";
import { ignoredByName, isJsonFile } from "./ignored-reason.ts";
import { joinAssignments } from "./join-assignments.ts";
import { layoutOf } from "./layout-of.ts";
import { listEntries } from "./list-entries.ts";
import { mapWithLimit } from "./map-with-limit.ts";
import { openRoot } from "./open-root.ts";
import { readEntry } from "./read-entry.ts";
import type { ReadEntryOptions } from "./read-entry.ts";
import { READING_LIMITS } from "./reading-limits.ts";
import type { ReadingLimits } from "./reading-limits.ts";
import { refuseBySize } from "./refuse-by-size.ts";
import type { SizeRefusal } from "./refuse-by-size.ts";
import { sumUp } from "./sum-up.ts";
import { refused } from "./unreadable-reason.ts";

export interface ReadExportFolderOptions {
  readonly root: string;
  readonly limits?: Partial<ReadingLimits>;
  readonly onProgress?: (progress: ReadingProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ReadingProgress {
  readonly filesDone: number;
  readonly filesTotal: number;
}

/**
 * Reads an export without changing anything and without leaving the folder. Every entry below the root
 * is in the answer exactly once, as item, unreadable or ignored, in the same order each time. One bad
 * file never ends the reading; only a root that cannot be read at all throws `ExportFolderError`.
 * Aborting rejects with the reason of the signal.
 */
export async function readExportFolder(options: ReadExportFolderOptions): Promise<ExportReading> {
  const limits = { ...READING_LIMITS, ...options.limits };
  const { signal, onProgress } = options;
  const entries = await listEntries({ root: await openRoot(options.root), limits, signal });
  if (entries.every((entry) => entry.kind === "ignored" && entry.reason === "empty_folder")) {
    throw new ExportFolderError("empty_folder", `There are no files in ${options.root}.`);
  }
  const sorted = entries.toSorted((left, right) => byCodeUnit(left.file, right.file));
  const found = sorted.filter((entry) => entry.kind === "found");
  const jsonFiles = found.filter((entry) => isJsonFile(entry.file));
  const readOptions: ReadFileOptions = {
    layout: layoutOf(sorted.map(pathOf)),
    limits,
    files: new Set(found.map((entry) => entry.file.toLowerCase())),
    refusals: await refuseBySize(jsonFiles, limits, signal),
  };
  let filesDone = 0;
  const lanes = { atOnce: limits.filesAtOnce, signal };
  const readings = await mapWithLimit(sorted, lanes, async (entry) => {
    if (entry.kind !== "found") return settledReading(entry, readOptions.layout);
    const reading = await readFile(entry, readOptions);
    filesDone += 1;
    onProgress?.({ filesDone, filesTotal: found.length });
    return reading;
  });
  signal?.throwIfAborted();
  return sumUp(joinAssignments(readings), readOptions.layout);
}

// A folder that is an entry itself (empty, or without rights) still tells the layout by its name.
function pathOf(entry: FoundEntry): string {
  return entry.kind !== "found" && entry.entry === "folder" ? `${entry.file}/` : entry.file;
}

interface ReadFileOptions extends ReadEntryOptions {
  readonly refusals: ReadonlyMap<FoundFile, SizeRefusal>;
}

async function readFile(found: FoundFile, options: ReadFileOptions): Promise<EntryReading> {
  const suspicion = ignoredByName(fileNameOf(found.file));
  if (options.layout.isYamlPolicy(found.file) && suspicion !== "hidden") {
    const refusal = refused("yaml_not_read");
    return refusedReading(found, options.layout, { refusal, suspicion });
  }
  if (!isJsonFile(found.file)) return ignoredReading(found, suspicion ?? "not_json_file");
  const refusal = options.refusals.get(found);
  if (refusal !== undefined)
    return refusedReading(found, options.layout, { ...refusal, suspicion });
  return readEntry(found, options);
}
