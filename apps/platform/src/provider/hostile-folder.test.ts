import { execFileSync, spawnSync } from "node:child_process";
import { chmod, mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { ExportFolderError } from "./export-folder-error.ts";
import type { ExportReading } from "./export-reading.ts";
import { readExportFolder } from "./read-export-folder.ts";
import { temporaryFolder } from "./temporary-folder.test-kit.ts";

const POLICY = { id: "p1", name: "Firewall", platforms: "x", technologies: "mdm", settings: [] };
const NOBODY = 65_534;

const reasons = (reading: ExportReading) =>
  Object.fromEntries(
    [...reading.unreadable, ...reading.ignored].map((entry) => [entry.file, entry.reason]),
  );

const refusal = async (root: string, limits = {}) => {
  const error: unknown = await readExportFolder({ root, limits }).catch((error: unknown) => error);
  return error instanceof ExportFolderError ? error.code : error;
};

test("a root that cannot be read is refused with a next step", async () => {
  await using folder = await temporaryFolder();
  expect(await refusal(path.join(folder.root, "nowhere"))).toBe("folder_missing");
  expect(await refusal("")).toBe("folder_missing");
  expect(await refusal("a\0b")).toBe("folder_missing");
  expect(await refusal(await folder.write("a.json", POLICY))).toBe("not_a_folder");
  expect(await refusal(path.join(folder.root, "a.json", "b"))).toBe("not_a_folder");
  await expect(readExportFolder({ root: "" })).rejects.toMatchObject({
    nextStep: expect.stringContaining("Check the path"),
  });
});

test("a folder without files is refused, also with empty folders in it", async () => {
  await using folder = await temporaryFolder();
  expect(await refusal(folder.root)).toBe("empty_folder");
  await mkdir(path.join(folder.root, "SettingsCatalog"));
  expect(await refusal(folder.root)).toBe("empty_folder");
});

test("an empty folder beside others is accounted for", async () => {
  await using folder = await temporaryFolder();
  await folder.write("a.json", POLICY);
  await mkdir(path.join(folder.root, "ConditionalAccess"));
  const reading = await readExportFolder({ root: folder.root });
  expect(reasons(reading)).toEqual({ ConditionalAccess: "empty_folder" });
});

test("a file of 200 MB is not read", async () => {
  await using folder = await temporaryFolder();
  await folder.write("a.json", POLICY);
  await truncate(await folder.write("SettingsCatalog/big.json", ""), 200 * 1024 * 1024);
  const before = process.memoryUsage().rss;
  const reading = await readExportFolder({ root: folder.root });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  expect(reading.unreadable).toMatchObject([
    { reason: "too_large", bytes: 209_715_200, rawHash: null, typeHint: "configurationPolicies" },
  ]);
  expect(reading.items).toHaveLength(1);
});

test("more entries than allowed are refused before anything is read", async () => {
  await using folder = await temporaryFolder();
  for (let file = 0; file < 5; file += 1) await folder.write(`${file}.json`, POLICY);
  expect(await refusal(folder.root, { entriesMax: 4 })).toBe("too_many_entries");
  expect(
    (await readExportFolder({ root: folder.root, limits: { entriesMax: 5 } })).items,
  ).toHaveLength(5);
});

test("what goes beyond the total is named as not read, always the same files", async () => {
  await using folder = await temporaryFolder();
  for (let file = 0; file < 5; file += 1) await folder.write(`${file}.json`, POLICY);
  const totalBytesMax = JSON.stringify(POLICY).length * 3;
  const reading = await readExportFolder({ root: folder.root, limits: { totalBytesMax } });
  expect(reading.items.map((item) => item.file)).toEqual(["0.json", "1.json", "2.json"]);
  expect(reasons(reading)).toEqual({ "3.json": "over_total_bytes", "4.json": "over_total_bytes" });
});

test("folders nested beyond the limit are named as not read", async () => {
  await using folder = await temporaryFolder();
  await folder.write("a/b/c/d.json", POLICY);
  const reading = await readExportFolder({ root: folder.root, limits: { folderDepthMax: 2 } });
  expect(reasons(reading)).toEqual({ "a/b/c": "folder_too_deep" });
});

test("a pipe does not hang the reading", async () => {
  await using folder = await temporaryFolder();
  await folder.write("a.json", POLICY);
  execFileSync("mkfifo", [path.join(folder.root, "pipe.json")]);
  await symlink("pipe.json", path.join(folder.root, "link.json"));
  expect(reasons(await readExportFolder({ root: folder.root }))).toEqual({
    "link.json": "not_a_regular_file",
    "pipe.json": "not_a_regular_file",
  });
});

test("a file name that is not UTF-8 is accounted for", async () => {
  await using folder = await temporaryFolder();
  await folder.write("a.json", POLICY);
  const odd = Buffer.from(`${folder.root}/b?.json`).map((byte) => (byte === 0x3f ? 0xff : byte));
  await writeFile(Buffer.from(odd), "{}");
  const { unreadable } = await readExportFolder({ root: folder.root });
  expect(unreadable).toMatchObject([{ file: "b\uFFFD.json", reason: "bad_file_name" }]);
});

test("names of files that look like paths, commands or markup are only names", async () => {
  await using folder = await temporaryFolder();
  const names = [
    "..\\..\\x.json",
    "$(id).json",
    "<b>.json",
    "a\nb.json",
    "%2e%2e.json",
    "constructor.json",
  ];
  for (const name of names) await folder.write(name, POLICY);
  const { items } = await readExportFolder({ root: folder.root });
  expect(new Set(items.map((item) => item.file))).toEqual(new Set(names));
});

// Root may read everything, so the rights are tried as another user: the child gives them up.
const asNobody = (root: string): unknown => {
  const module = path.join(import.meta.dirname, "read-export-folder.ts");
  const script = `
    const { readExportFolder } = await import(${JSON.stringify(module)});
    if (process.getuid() === 0) { process.setgroups([]); process.setgid(${NOBODY}); process.setuid(${NOBODY}); }
    const answer = await readExportFolder({ root: ${JSON.stringify(root)} }).then(
      (reading) => reading.unreadable.map(({ file, entry, reason, typeHint }) => ({ file, entry, reason, typeHint })),
      (error) => ({ code: error.code, nextStep: error.nextStep }),
    );
    console.log(JSON.stringify(answer));`;
  const child = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  expect(child.stderr).toBe("");
  return JSON.parse(child.stdout);
};

test("a folder without rights is refused, and one inside is unreadable with its type", async () => {
  await using folder = await temporaryFolder();
  await chmod(folder.root, 0o755);
  await folder.write("a.json", POLICY);
  await chmod(await folder.write("b.json", POLICY), 0o000);
  await folder.write("ConditionalAccess/c.json", POLICY);
  const inner = path.join(folder.root, "ConditionalAccess");
  await chmod(inner, 0o000);
  expect(asNobody(folder.root)).toEqual([
    {
      file: "ConditionalAccess",
      entry: "folder",
      reason: "no_permission",
      typeHint: "conditionalAccessPolicies",
    },
    { file: "b.json", entry: "file", reason: "no_permission", typeHint: null },
  ]);
  expect(asNobody(inner)).toEqual({
    code: "no_permission",
    nextStep: expect.stringContaining("the right to read this folder"),
  });
  await chmod(inner, 0o755);
});
