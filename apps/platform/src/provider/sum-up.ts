import type { ExportLayout } from "./export-layout.ts";
import type { ExportReading } from "./export-reading.ts";
import type { EntryReading } from "./entry-reading.ts";

/** The readings of all entries, given in order of path, as one answer. */
export function sumUp(readings: readonly EntryReading[], layout: ExportLayout): ExportReading {
  const entries = readings.map((reading) => reading.entry);
  const items = entries.filter((entry) => entry.state === "item");
  const unreadable = entries.filter((entry) => entry.state === "unreadable");
  const ignored = entries.filter((entry) => entry.state === "ignored");
  const groups = items
    .filter((item) => item.type === "groups")
    .map(({ file, providerId, displayName }) => ({ file, providerId, displayName }));
  return {
    layout: layout.name,
    items,
    unreadable,
    ignored,
    references: {
      groups,
      migrationTables: readings
        .map((reading) => reading.migrationTable)
        .filter((table) => table !== null),
      coverage: readings.find(({ coverage }) => coverage !== null)?.coverage ?? null,
    },
    totals: {
      entries: entries.length,
      items: items.length,
      unreadable: unreadable.length,
      ignored: ignored.length,
      bytesRead: items.reduce((sum, item) => sum + item.bytes, 0),
    },
  };
}
