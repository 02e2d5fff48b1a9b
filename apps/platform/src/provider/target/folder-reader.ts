import { stat } from "node:fs/promises";
import { byCodeUnit } from "../../normal-form/canonical-json.ts";
import { ignoredReading, settledReading } from "../entry-reading.ts";
import type { EntryReading } from "../entry-reading.ts";
import type { ExportReading } from "../export-reading.ts";
import { fileNameOf } from "../found-entry.ts";
import type { FoundFile } from "../found-entry.ts";
import { ignoredByName, isJsonFile } from "../ignored-reason.ts";
import { layoutOf } from "../layout-of.ts";
import { listEntries } from "../list-entries.ts";
import { mapWithLimit } from "../map-with-limit.ts";
import { openRoot } from "../open-root.ts";
import { readEntry, type ReadEntryOptions } from "../read-entry.ts";
import { READING_LIMITS } from "../reading-limits.ts";
import { sumUp } from "../sum-up.ts";

/** Reads a folder again and again; a file that has not changed since is not read a second time. */
export interface FolderReader {
  /** Everything that stands in the folder now, as `readExportFolder` would tell it. */
  read(): Promise<ExportReading>;
  /** Whether a file stands as it was when it was last read. */
  isUnchanged(file: string): Promise<boolean>;
}

interface KnownFile {
  readonly path: string;
  readonly stamp: string;
  readonly reading: EntryReading;
}

export function openFolderReader(root: string, signal: AbortSignal): FolderReader {
  let known = new Map<string, KnownFile>();
  return {
    async isUnchanged(file) {
      const last = known.get(file);
      return last !== undefined && last.stamp !== "" && (await stampOf(last.path)) === last.stamp;
    },

    async read() {
      const real = await openRoot(root);
      const entries = await listEntries({ root: real, limits: READING_LIMITS, signal });
      const sorted = entries.toSorted((left, right) => byCodeUnit(left.file, right.file));
      const found = sorted.filter((entry) => entry.kind === "found");
      const layout = layoutOf(sorted.map(({ file }) => file));
      const files = new Set(found.map(({ file }) => file.toLowerCase()));
      const options: ReadEntryOptions = { layout, limits: READING_LIMITS, files };
      const now = new Map<string, KnownFile>();
      const lanes = { atOnce: READING_LIMITS.filesAtOnce, signal };
      const readings = await mapWithLimit(sorted, lanes, async (entry) => {
        if (entry.kind !== "found") return settledReading(entry, layout);
        const fresh = await readOnce(entry, { ...options, known: known.get(entry.file) });
        now.set(entry.file, fresh);
        return fresh.reading;
      });
      signal.throwIfAborted();
      known = now;
      return sumUp(readings, layout);
    },
  };
}

async function readOnce(
  entry: FoundFile,
  options: ReadEntryOptions & { readonly known: KnownFile | undefined },
): Promise<KnownFile> {
  const stamp = await stampOf(entry.path);
  if (stamp !== "" && options.known?.stamp === stamp) return options.known;
  const suspicion = ignoredByName(fileNameOf(entry.file));
  const reading = isJsonFile(entry.file)
    ? await readEntry(entry, options)
    : ignoredReading(entry, suspicion ?? "not_json_file");
  return { path: entry.path, stamp, reading };
}

/** A replaced file has another number and other times; one without a stamp is read each time. */
async function stampOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(" ");
  } catch {
    return "";
  }
}
