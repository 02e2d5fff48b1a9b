import { execFile } from "node:child_process";
import { chmod, cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { claimDataFolder } from "./claim-data-folder.ts";
import { asServerBinaries, findServerBinaries } from "./find-server-binaries.ts";
import { repairServerBinaries } from "./repair-server-binaries.ts";
import { runsAsRoot } from "./server-user.ts";
import { shareServerBinaries } from "./share-server-binaries.ts";
import { makeTempFolder, removeTempFolders } from "./starter-process.test-kit.ts";

const run = promisify(execFile);

afterAll(removeTempFolders);

test("a machine without programs is told to bring its own server", () => {
  for (const platform of ["sunos-x64", "linux-ppc64"]) {
    expect(() => findServerBinaries(platform)).toThrow(
      expect.objectContaining({
        code: "platform_unsupported",
        message: expect.stringContaining("DATABASE_URL"),
      }),
    );
  }
});

async function copyPrograms(folder: string) {
  const binaries = asServerBinaries(join(folder, "native"));
  await cp(findServerBinaries().nativeDir, binaries.nativeDir, {
    recursive: true,
    verbatimSymlinks: true,
  });
  return binaries;
}

test("programs that were installed without their links and rights are repaired", async () => {
  const binaries = await copyPrograms(await makeTempFolder());
  const lib = join(binaries.nativeDir, "lib");
  const links = (await readdir(lib, { withFileTypes: true })).filter((it) => it.isSymbolicLink());
  await Promise.all(links.map(({ name }) => rm(join(lib, name))));
  await chmod(binaries.postgres, 0o644);
  await expect(run(binaries.postgres, ["--version"])).rejects.toThrow(/EACCES/);

  await repairServerBinaries(binaries);
  expect((await run(binaries.postgres, ["--version"])).stdout).toMatch(/PostgreSQL\) 18/);
});

test.runIf(runsAsRoot())(
  "programs in a place of root are copied for the server's user",
  async () => {
    const closed = await makeTempFolder();
    const binaries = await copyPrograms(closed);
    await chmod(closed, 0o700);
    const folder = await claimDataFolder(await makeTempFolder());
    const shared = await shareServerBinaries(binaries, folder);
    expect(shared.nativeDir).toContain(folder.dataDir);
    const { stdout } = await run(shared.postgres, ["--version"], { ...folder.serverUser });
    expect(stdout).toMatch(/PostgreSQL\) 18/);
    expect(await shareServerBinaries(binaries, folder)).toEqual(shared);
  },
);

test("programs that cannot be repaired are reported, not started", async () => {
  const nativeDir = join(await makeTempFolder(), "native");
  await mkdir(nativeDir);
  await expect(repairServerBinaries(asServerBinaries(nativeDir))).rejects.toMatchObject({
    code: "binaries_broken",
    message: expect.stringContaining("install scripts"),
  });
});
