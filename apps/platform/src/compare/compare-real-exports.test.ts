import { expect, test } from "vitest";
import { comparedJson } from "./exports.test-kit.ts";
import { REAL_EXPORTS, describeRealExports } from "../provider/real-exports.test-kit.ts";

// All numbers were counted by another program in another language, from the raw files.
describeRealExports("real exports", (folder) => {
  test.each(REAL_EXPORTS)("%s compared with itself is unchanged", async (name) => {
    const { policies, leaves, moved, baseline, current } = await comparedJson(
      folder(name),
      folder(name),
    );
    expect(current).toEqual(baseline);
    const twice = name === "intune-my-macs-2025-10-22" ? 2 : 0;
    expect(policies.unchanged).toBe(baseline.readable - twice);
    expect({ leaves, moved }).toEqual({ leaves: { added: 0, removed: 0, changed: 0 }, moved: [] });
  });

  test("two releases of the conditional access baseline differ as counted", async () => {
    const found = await comparedJson(folder(REAL_EXPORTS[0]), folder(REAL_EXPORTS[1]));
    // The migration table and the licence are no policies; groups and locations count.
    expect(found.baseline).toEqual({
      files: 64,
      readable: 64,
      unreadable: [],
      by_type: { conditionalAccessPolicies: 31, groups: 32, namedLocations: 1 },
      catalog_settings: 0,
      catalog_leaves: 0,
      without_id: 0,
      duplicate_ids: [],
      setting_count_mismatches: [],
    });
    expect(found.current.by_type).toEqual({
      conditionalAccessPolicies: 31,
      groups: 33,
      namedLocations: 2,
    });
    const { added, removed, changed, ...counts } = found.policies;
    expect(counts).toEqual({ matched: 59, unchanged: 39, renamed: [], ambiguous: [] });
    // CA005 became another policy with its own group of exceptions; CA210 was dropped, CA501 is new.
    const short = (names: readonly string[]) =>
      names.map(
        (name) => (/^CA\d{3}/.exec(name)?.[0] ?? name) + (/ - Exclude$/.exec(name)?.[0] ?? ""),
      );
    expect(short(added)).toEqual([
      "ALLOWED COUNTRIES - SERVICE ACCOUNTS",
      "CA-ServiceAccounts",
      "CA005",
      "CA005 - Exclude",
      "CA300 - Exclude",
      "CA301 - Exclude",
      "CA501",
    ]);
    expect(short(removed)).toEqual([
      "APP_Microsoft365_E5_Dev",
      "CA005",
      "CA005 - Exclude",
      "CA210",
      "CA210 - Exclude",
    ]);
    expect(changed).toHaveLength(20);
    expect(found.leaves).toEqual({ added: 1, removed: 1, changed: 41 });
    // Groups were made anew (mail nickname, security identifier, …); of the policies themselves 8 differ.
    const policies = changed.filter(({ name }) => /^CA\d{3}.*(?<! - Exclude)$/.test(name));
    expect(
      policies.map(({ name, ...leaves }) => [name.slice(0, 5), ...Object.values(leaves)]),
    ).toEqual([
      ["CA000", 0, 1, 0],
      ["CA102", 0, 0, 1],
      ["CA200", 0, 0, 1],
      ["CA203", 0, 0, 1],
      ["CA300", 0, 0, 1],
      ["CA301", 1, 0, 1],
      ["CA401", 0, 0, 1],
      ["CA402", 0, 0, 1],
    ]);
  });

  test("two states of a macOS baseline differ as counted, though every file got another name", async () => {
    const found = await comparedJson(folder(REAL_EXPORTS[2]), folder(REAL_EXPORTS[3]));
    // Two settings are groups without an entry: they are settings, but hold no value.
    expect(found.baseline).toEqual({
      files: 23,
      readable: 23,
      unreadable: [],
      by_type: {
        configurationPolicies: 21,
        deviceCompliancePolicies: 1,
        deviceEnrollmentConfigurations: 1,
      },
      catalog_settings: 151,
      catalog_leaves: 348,
      without_id: 11,
      duplicate_ids: [],
      setting_count_mismatches: [
        { name: "Office (Settings Catalog)", declared: 16, actual: 15 },
        { name: "Restrictions", declared: 1, actual: 2 },
      ],
    });
    expect(found.current).toMatchObject({
      files: 17,
      readable: 17,
      catalog_settings: 62,
      catalog_leaves: 245,
      without_id: 7,
    });
    expect(found.policies).toEqual({
      matched: 16,
      unchanged: 16,
      added: ["[intune-my-macs] POL-MDE-001 - Microsoft Defender Settings Catalog"],
      removed: [
        "Defender - Full Disk Access",
        "Defender - KEXT",
        "Edge macOS Level 2 Enhanced",
        "Edge macOS Level 3 High",
        "MDE - Settings Catalog Combined",
      ],
      changed: [],
      renamed: [],
      // One file that is there twice, byte for byte and without an id.
      ambiguous: [["configurationPolicies", "defender - notifications"]],
    });
    // The combined Defender policy came back in parts; what two removed policies had is told with both names.
    expect(found.moved).toHaveLength(51);
    const from = Map.groupBy(found.moved, (one) => one.from);
    expect(Object.fromEntries([...from].map(([names, { length }]) => [names, length]))).toEqual({
      "Defender - Full Disk Access, MDE - Settings Catalog Combined": 15,
      "MDE - Settings Catalog Combined": 36,
    });
    expect(new Set(found.moved.map(({ to }) => to))).toEqual(new Set(found.policies.added));
  });
});
