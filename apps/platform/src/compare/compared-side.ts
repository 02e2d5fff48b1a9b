import type { CoverageMarker } from "../provider/coverage-marker.ts";
import type { ExportReading, IgnoredEntry, UnreadableEntry } from "../provider/export-reading.ts";
import { type ComparedPolicy, comparedPolicy } from "./compared-policy.ts";

/** One of the two exports that are compared. */
export interface ComparedSide {
  readonly policies: readonly ComparedPolicy[];
  readonly unreadable: readonly UnreadableEntry[];
  /** What is known to be no policy: a licence, the migration table, a script. */
  readonly ignored: readonly IgnoredEntry[];
  /** What the export says of itself that it could not collect. */
  readonly uncollected: CoverageMarker["types"];
}

/** Pure. The reading itself may be dropped afterwards: nothing of its JSON is held. */
export function comparedSide(reading: ExportReading): ComparedSide {
  return {
    policies: reading.items.map(comparedPolicy),
    unreadable: reading.unreadable,
    ignored: reading.ignored,
    uncollected: reading.references.coverage?.types ?? [],
  };
}
