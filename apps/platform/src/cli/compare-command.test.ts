import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { catalog } from "../compare/exports.test-kit.ts";
import { temporaryFolder } from "../provider/temporary-folder.test-kit.ts";

const BIN = path.join(import.meta.dirname, "../../bin/platform.js");

// Without DATABASE_URL and with a folder for data that cannot be made: no database can be meant.
function platform(...args: readonly string[]) {
  const env = { ...process.env, DATABASE_URL: "", SETTLED_DATA_DIR: "/dev/null/nowhere" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

test("compare prints one JSON value with its keys in the documented order, and needs no database", async () => {
  await using baseline = await temporaryFolder();
  await using current = await temporaryFolder();
  await baseline.write("a.json", catalog("Changed", ["a=1", "b=1", "m=1"]));
  await baseline.write("b.json", catalog("Gone", ["g=1"]));
  await baseline.write("c.json", catalog("Old", ["o=1"], { settingCount: 9 }));
  await baseline.write("Lost.json", catalog("Lost", ["l=1"]));
  await current.write("a.json", catalog("Changed", ["a=2", "c=1"]));
  await current.write("c.json", catalog("New", ["o=1"]));
  await current.write("d.json", catalog("Come", ["m=1"], { id: "id of New" }));
  await current.write("Lost.json", "{");
  const run = platform("compare", baseline.root, current.root, "-o", "json");
  expect(run.status).toBe(0);
  expect(run.stderr).toContain("1 policy is in the baseline and may be in what could not be read");
  expect(run.stdout).toBe(
    `${JSON.stringify(
      {
        baseline: {
          files: 4,
          readable: 4,
          unreadable: [],
          by_type: { configurationPolicies: 4 },
          catalog_settings: 6,
          catalog_leaves: 6,
          without_id: 0,
          duplicate_ids: [],
          setting_count_mismatches: [{ name: "Old", declared: 9, actual: 1 }],
        },
        current: {
          files: 4,
          readable: 3,
          unreadable: [{ file: "Lost.json", reason: "not_json" }],
          by_type: { configurationPolicies: 3 },
          catalog_settings: 4,
          catalog_leaves: 4,
          without_id: 0,
          duplicate_ids: [{ id: "id of New", names: ["Come", "New"] }],
          setting_count_mismatches: [],
        },
        policies: {
          matched: 1,
          unchanged: 0,
          added: ["Come"],
          removed: ["Gone"],
          changed: [{ name: "Changed", leaves_added: 1, leaves_removed: 2, leaves_changed: 1 }],
          renamed: [{ from: "Old", to: "New" }],
          ambiguous: [],
        },
        leaves: { added: 1, removed: 2, changed: 1 },
        moved: [{ path: "m", from: "Changed", to: "Come" }],
      },
      null,
      2,
    )}\n`,
  );
});

test("for people the unreadable is said first, and each line says what happened to which policy", async () => {
  await using baseline = await temporaryFolder();
  await using current = await temporaryFolder();
  await baseline.write("Gone.json", catalog("Gone", ["g=1"]));
  await baseline.write("Lost.json", catalog("Lost", ["l=1"]));
  await current.write("Lost.json", "{");
  await current.write("Come.json", catalog("Come", ["c=1"]));
  await current.write("LICENSE", "text");
  const { status, stdout } = platform("compare", baseline.root, current.root);
  expect(status).toBe(0);
  expect(stdout.split("\n").map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
    ["WHAT", "WHICH"],
    ["not read (current)", "Lost.json"],
    ["not judged", "Lost"],
    ["removed", "Gone"],
    ["added", "Come"],
    ["Baseline: 2 objects read, 0 could not be read."],
    ["Current: 1 object read, 1 could not be read; 1 other entry is no policy."],
    [expect.stringContaining("1 removed, 1 added, 0 renamed")],
    [""],
  ]);
});

test("two equal exports are told to be equal", async () => {
  await using folder = await temporaryFolder();
  await folder.write("a.json", catalog("A", ["a=1"]));
  const { status, stdout } = platform("compare", folder.root, folder.root);
  expect(status).toBe(0);
  expect(stdout).toContain("Nothing differs");
});

test("a folder that cannot be read ends with 1, says which side it is and what to do", async () => {
  await using folder = await temporaryFolder();
  await folder.write("a.json", catalog("A", []));
  const missing = platform("compare", folder.root, path.join(folder.root, "nowhere"), "-o", "json");
  expect(missing).toMatchObject({ status: 1, stdout: "" });
  expect(missing.stderr).toContain("The current export: There is no folder");
  expect(missing.stderr).toContain("Check the path");
  const file = platform("compare", path.join(folder.root, "a.json"), folder.root);
  expect(file).toMatchObject({ status: 1, stdout: "" });
  expect(file.stderr).toContain("The baseline:");
  expect(platform("compare", "", folder.root)).toMatchObject({ status: 1, stdout: "" });
});

test("a command that is not complete, or wants another form, ends with 2", () => {
  expect(platform("compare", "one")).toMatchObject({ status: 2, stdout: "" });
  expect(platform("compare", "one", "two", "-o", "xml")).toMatchObject({ status: 2, stdout: "" });
  expect(platform("compare", "one", "two", "three")).toMatchObject({ status: 2, stdout: "" });
});
