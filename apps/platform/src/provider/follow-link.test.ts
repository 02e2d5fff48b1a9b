import { mkdir, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { ExportReading } from "./export-reading.ts";
import { readExportFolder } from "./read-export-folder.ts";
import { temporaryFolder } from "./temporary-folder.test-kit.ts";

const POLICY = { id: "p1", name: "Firewall", platforms: "x", technologies: "mdm", settings: [] };

const reasons = (reading: ExportReading) =>
  Object.fromEntries(
    [...reading.unreadable, ...reading.ignored].map((entry) => [entry.file, entry.reason]),
  );

test("a link out of the folder is never followed", async () => {
  await using folder = await temporaryFolder();
  await using outside = await temporaryFolder();
  const secret = await outside.write("secret.json", POLICY);
  await folder.write("a.json", POLICY);
  await symlink(secret, path.join(folder.root, "file.json"));
  await symlink(outside.root, path.join(folder.root, "folder"));
  await symlink(path.dirname(folder.root), path.join(folder.root, "up"));
  await symlink("secret-that-is-gone.json", path.join(folder.root, "gone.json"));
  await symlink("self.json", path.join(folder.root, "self.json"));
  const reading = await readExportFolder({ root: folder.root });
  expect(reasons(reading)).toEqual({
    "file.json": "link_out_of_folder",
    folder: "link_out_of_folder",
    up: "link_out_of_folder",
    "gone.json": "broken_link",
    "self.json": "link_loop",
  });
  expect(reading.items.map((item) => item.file)).toEqual(["a.json"]);
});

test("a folder beside the root whose name begins like it is outside", async () => {
  await using folder = await temporaryFolder();
  const twin = `${folder.root}-twin`;
  await mkdir(twin);
  await symlink(twin, path.join(folder.root, "twin"));
  try {
    expect(reasons(await readExportFolder({ root: folder.root }))).toEqual({
      twin: "link_out_of_folder",
    });
  } finally {
    await rm(twin, { recursive: true });
  }
});

test("a link inside the folder is read once under its own name, and a circle ends", async () => {
  await using folder = await temporaryFolder();
  await folder.write("SettingsCatalog/a.json", POLICY);
  await folder.write(".store/b.json", { ...POLICY, name: "Hidden away" });
  await symlink("a.json", path.join(folder.root, "SettingsCatalog/link.json"));
  await symlink("..", path.join(folder.root, "SettingsCatalog/circle"));
  await symlink(".", path.join(folder.root, "self"));
  await symlink(".store", path.join(folder.root, "Stored"));
  const reading = await readExportFolder({ root: folder.root });
  expect(reading.items.map((item) => [item.file, item.linkTarget])).toEqual([
    ["SettingsCatalog/a.json", null],
    ["SettingsCatalog/link.json", "SettingsCatalog/a.json"],
    ["Stored/b.json", null],
  ]);
  expect(reasons(reading)).toEqual({
    ".store": "hidden",
    "SettingsCatalog/circle": "link_to_read_folder",
    self: "link_to_read_folder",
  });
});

test("a link as the root is followed, since the operator named it", async () => {
  await using folder = await temporaryFolder();
  await using other = await temporaryFolder();
  await folder.write("a.json", POLICY);
  const link = path.join(other.root, "export");
  await symlink(folder.root, link);
  expect((await readExportFolder({ root: link })).items).toHaveLength(1);
});
