import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { itemKeys } from "../normal-form/item-keys.ts";
import { normalForm } from "../normal-form/normal-form.ts";
import type { ExportReading } from "./export-reading.ts";
import { keyableItem } from "./keyable-entry.ts";
import { readExportFolder } from "./read-export-folder.ts";
import { describeRealExports } from "./real-exports.test-kit.ts";

// Counted by another program in another language.
const EXPECTED = [
  {
    name: "ca-baseline-2025.10.2",
    layout: "intune_management",
    entries: 66,
    types: { conditionalAccessPolicies: 31, groups: 32, namedLocations: 1 },
    encodings: { "utf-16le": 64 },
    ignored: { "Config/MigrationTable.json": "migration_table", LICENSE: "not_json_file" },
    tableRows: [27],
    leaves: 0,
    incomplete: {},
    ambiguous: [],
  },
  {
    name: "ca-baseline-2026.2.1",
    layout: "intune_management",
    entries: 68,
    types: { conditionalAccessPolicies: 31, groups: 33, namedLocations: 2 },
    encodings: { "utf-16le": 66 },
    ignored: { "Config/MigrationTable.json": "migration_table", LICENSE: "not_json_file" },
    tableRows: [33],
    leaves: 0,
    incomplete: {},
    ambiguous: [],
  },
  {
    name: "intune-my-macs-2025-10-22",
    layout: "native_import",
    entries: 24,
    types: {
      configurationPolicies: 21,
      deviceCompliancePolicies: 1,
      deviceEnrollmentConfigurations: 1,
    },
    encodings: { "utf-8": 10, "utf-8-bom": 13 },
    ignored: { LICENSE: "not_json_file" },
    tableRows: [],
    leaves: 350,
    incomplete: {
      "configurations/intune/Office.json": [16, 15],
      "configurations/intune/Restrictions.json": [1, 2],
    },
    // Byte for byte the same file, without an id.
    ambiguous: ["test-policies/notif (1).json", "test-policies/notif (2).json"],
  },
  {
    name: "intune-my-macs-2025-11-18",
    layout: "native_import",
    entries: 18,
    types: {
      configurationPolicies: 15,
      deviceCompliancePolicies: 1,
      deviceEnrollmentConfigurations: 1,
    },
    encodings: { "utf-8": 6, "utf-8-bom": 11 },
    ignored: { LICENSE: "not_json_file" },
    tableRows: [],
    leaves: 245,
    incomplete: {
      "configurations/intune/pol-app-100-office.json": [16, 15],
      "configurations/intune/pol-sec-006-restrictions.json": [1, 2],
    },
    ambiguous: [],
  },
] as const;

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const word of words) times[word] = (times[word] ?? 0) + 1;
  return times;
}

function filesIn(root: string): readonly string[] {
  const listing = execFileSync("find", [root, "-mindepth", "1", "!", "-type", "d", "-print0"]);
  return listing
    .toString("utf8")
    .split("\0")
    .filter((file) => file !== "")
    .map((file) => path.relative(root, file));
}

describeRealExports("real exports", (folderOf) => {
  test.each(EXPECTED)("every file of $name is accounted for", async (expected) => {
    const folder = folderOf(expected.name);
    const reading: ExportReading = await readExportFolder({ root: folder });
    const entries = [...reading.items, ...reading.unreadable, ...reading.ignored];
    expect(entries.map((entry) => entry.file).toSorted()).toEqual(filesIn(folder).toSorted());
    expect(reading.totals.entries).toBe(expected.entries);
    expect(reading.unreadable).toEqual([]);
    expect(reading.layout).toBe(expected.layout);
    expect(tally(reading.items.map((item) => item.type))).toEqual(expected.types);
    expect(tally(reading.items.map((item) => item.encoding))).toEqual(expected.encodings);
    expect(Object.fromEntries(reading.ignored.map((entry) => [entry.file, entry.reason]))).toEqual(
      expected.ignored,
    );
    const tables = reading.references.migrationTables;
    expect(tables.map((table) => table.objects.length)).toEqual(expected.tableRows);
    expect(reading.references.groups).toHaveLength(
      tally(reading.items.map((item) => item.type))["groups"] ?? 0,
    );
  });

  test.each(EXPECTED)("the normal forms and keys of $name hold", async (expected) => {
    const { items } = await readExportFolder({ root: folderOf(expected.name) });
    const read = items.map((item) => ({ item, form: normalForm(item) }));
    const keys = itemKeys(read.map(({ item, form }) => keyableItem(item, form)));
    const leaves = read.flatMap(({ form }) => form.catalogLeaves ?? []);
    expect(leaves).toHaveLength(expected.leaves);
    const judged = read.map((one, index) => ({ ...one, state: keys[index]?.state }));
    const incomplete = judged.filter(({ state }) => state === "incomplete");
    expect(
      Object.fromEntries(
        incomplete.map(({ item, form }) => [
          item.file,
          [form.declaredSettings, form.actualSettings],
        ]),
      ),
    ).toEqual(expected.incomplete);
    const ambiguous = judged.filter(({ state }) => state === "ambiguous");
    expect(ambiguous.map(({ item }) => item.file)).toEqual(expected.ambiguous);
    const scoped = keys.map((key, index) => `${items[index]?.type} ${key.key}`);
    expect(new Set(scoped).size).toBe(keys.length);
  });

  test("files that only got another name between two exports have the same content", async () => {
    const [before, after] = await Promise.all(
      (["intune-my-macs-2025-10-22", "intune-my-macs-2025-11-18"] as const).map((name) =>
        readExportFolder({ root: folderOf(name) }),
      ),
    );
    const hashes = new Map(before?.items.map((item) => [item.providerId, normalForm(item)]));
    const shared = after?.items.filter((item) => item.providerId && hashes.has(item.providerId));
    const same = shared?.filter(
      (item) => hashes.get(item.providerId)?.contentHash === normalForm(item).contentHash,
    );
    expect([shared?.length, same?.length]).toEqual([9, 9]);
  });
});
