import { execFile } from "node:child_process";
import { chmod, chown, mkdir, readdir, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { claimDataFolder } from "./claim-data-folder.ts";
import { runsAsRoot } from "./server-user.ts";
import { startEmbeddedPostgres } from "./start-embedded-postgres.ts";
import { makeTempFolder, removeTempFolders } from "./starter-process.test-kit.ts";

afterAll(removeTempFolders);

test("a folder with foreign files is refused and nothing in it changes", async () => {
  const folder = await makeTempFolder();
  await writeFile(join(folder, "thesis.txt"), "years of work");
  await mkdir(join(folder, "cluster"));
  const before = await stat(folder);
  await expect(startEmbeddedPostgres({ dataDir: folder })).rejects.toMatchObject({
    code: "folder_not_ours",
    message: expect.stringMatching(/thesis\.txt|cluster/),
  });
  expect((await readdir(folder)).sort()).toEqual(["cluster", "thesis.txt"]);
  expect(await stat(folder)).toMatchObject({ mode: before.mode, mtimeMs: before.mtimeMs });
});

test("a file in the place of the folder is refused", async () => {
  const path = join(await makeTempFolder(), "file");
  await writeFile(path, "");
  for (const dataDir of [path, join(path, "inside")]) {
    await expect(claimDataFolder(dataDir)).rejects.toMatchObject({ code: "folder_not_ours" });
  }
});

test("an empty folder is claimed, at once or again, also through a link and beside lost+found", async () => {
  const folder = await makeTempFolder();
  await mkdir(join(folder, "lost+found"));
  const link = join(await makeTempFolder(), "link");
  await symlink(folder, link);
  const claims = await Promise.all([folder, link, folder].map((path) => claimDataFolder(path)));
  expect(new Set(claims.map(({ dataDir }) => dataDir)).size).toBe(1);
  expect((await readdir(folder)).sort()).toEqual(["SETTLED", "lost+found"]);
});

test.runIf(runsAsRoot())("root is told which folder the server's user may not enter", async () => {
  const closed = await makeTempFolder();
  await chmod(closed, 0o700);
  await expect(claimDataFolder(join(closed, "data"))).rejects.toMatchObject({
    code: "folder_not_reachable",
    message: expect.stringContaining(closed),
  });
});

test.runIf(runsAsRoot())("root runs the server as the owner of the folder", async () => {
  const folder = await makeTempFolder();
  await chown(folder, 65_534, 65_534);
  expect((await claimDataFolder(folder)).serverUser).toEqual({ uid: 65_534, gid: 65_534 });
});

test.runIf(runsAsRoot() && process.platform === "linux")(
  "a full disk is named as such and no half database stays behind",
  async ({ skip }) => {
    const folder = await makeTempFolder();
    const mount = ["-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", folder];
    await promisify(execFile)("mount", mount).catch(() => skip("mounting is not allowed here"));
    try {
      await expect(startEmbeddedPostgres({ dataDir: folder })).rejects.toMatchObject({
        code: "disk_full",
        message: expect.stringContaining("SETTLED_DATA_DIR"),
      });
      expect((await readdir(folder)).filter((name) => name.startsWith("cluster"))).toEqual([]);
    } finally {
      await promisify(execFile)("umount", [folder]);
    }
  },
);
