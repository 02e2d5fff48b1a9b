import { createHash } from "node:crypto";
import { isJsonObject } from "../normal-form/json-value.ts";
import type { JsonObject } from "../normal-form/json-value.ts";
import { coverageMarkerOf } from "./coverage-marker.ts";
import { decodeText } from "./decode-text.ts";
import { detectType, ownType } from "./detect-type.ts";
import { assignmentsInFile } from "./assignments-file.ts";
import { ignoredReading, NO_MORE, refusedReading } from "./entry-reading.ts";
import type { EntryReading } from "./entry-reading.ts";
import type { ExportLayout } from "./export-layout.ts";
import type { ExportItem } from "./export-reading.ts";
import { fileNameOf } from "./found-entry.ts";
import type { FoundFile } from "./found-entry.ts";
import { ignoredByName } from "./ignored-reason.ts";
import { identityOf } from "./item-identity.ts";
import { migrationTableOf } from "./migration-table.ts";
import { parseJson } from "./parse-json.ts";
import { typeRole } from "./policy-type.ts";
import { readBytes } from "./read-bytes.ts";
import type { ReadingLimits } from "./reading-limits.ts";
import { refused } from "./unreadable-reason.ts";
import type { ReadRefusal } from "./unreadable-reason.ts";

export interface ReadEntryOptions {
  readonly layout: ExportLayout;
  readonly limits: ReadingLimits;
  /** Lower-case paths of all files, to see whether a policy has its settings in a file beside it. */
  readonly files: ReadonlySet<string>;
}

type FileFacts = Pick<ExportItem, "bytes" | "rawHash" | "encoding">;

/** Opens one JSON file and says what it is. Whatever is wrong with it is part of the answer. */
export async function readEntry(
  found: FoundFile,
  options: ReadEntryOptions,
): Promise<EntryReading> {
  const { layout, limits } = options;
  const suspicion = ignoredByName(fileNameOf(found.file));
  const read = await readBytes(found, limits.fileBytesMax);
  if (read.kind === "refused") return refusedReading(found, layout, { refusal: read, suspicion });
  const rawHash = `raw1:${createHash("sha256").update(read.bytes).digest("hex")}`;
  const known = { rawHash, bytes: read.bytes.length };
  const refuse = (refusal: ReadRefusal): EntryReading =>
    refusedReading(found, layout, { refusal, suspicion, ...known });

  const decoded = decodeText(read.bytes);
  if (decoded.kind === "refused") return refuse(decoded);
  const parsed = parseJson(decoded.text, limits.jsonDepthMax);
  if (parsed.kind === "refused") return refuse(parsed);
  const json = parsed.value;

  if (suspicion === "migration_table") {
    const migrationTable = isJsonObject(json) ? migrationTableOf(json, found.file) : null;
    if (migrationTable === null) return refuse(refused("not_a_migration_table"));
    return { ...ignoredReading(found, suspicion), migrationTable };
  }
  if (suspicion === "coverage_marker") {
    const coverage = coverageMarkerOf(json, layout);
    if (coverage === null) return refuse(refused("not_a_coverage_marker"));
    return { ...ignoredReading(found, suspicion), coverage };
  }
  if (layout.holdsAssignments(found.file)) {
    const assignments = assignmentsInFile(json);
    if (assignments !== null) {
      return { ...ignoredReading(found, "assignments_without_policy"), assignments };
    }
    if (!isJsonObject(json) || ownType(json) === null) return refuse(refused("not_assignments"));
  }
  // A policy may be called "Office_Settings": what it holds decides, not what it is called. And some
  // sidecars are lists: only a file that should be a policy must be an object.
  if (suspicion !== null && (!isJsonObject(json) || ownType(json) === null)) {
    return ignoredReading(found, suspicion);
  }
  if (!isJsonObject(json)) return refuse(refused("not_an_object"));
  const facts = { ...known, encoding: decoded.encoding };
  return { entry: itemOf(found, options, { json, facts }), ...NO_MORE };
}

function itemOf(
  found: FoundFile,
  options: ReadEntryOptions,
  content: { readonly json: JsonObject; readonly facts: FileFacts },
): ExportItem {
  const { file, linkTarget } = found;
  const { json, facts } = content;
  const { type, typedBy } = detectType(json, file, options.layout);
  const named = options.layout.namedFile(file);
  const { providerId, displayName, notes } = identityOf(json, type, named);
  const sidecar = file.toLowerCase().replace(/\.json$/, "_settings.json");
  return {
    state: "item",
    file,
    linkTarget,
    ...facts,
    type,
    typedBy,
    role: typeRole(type),
    providerId,
    displayName,
    notes: options.files.has(sidecar) ? [...notes, "settings_elsewhere"] : notes,
    json,
  };
}
