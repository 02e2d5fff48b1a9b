import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { tryLock } from "./folder-lock.ts";
import { makeTempFolder, removeTempFolders } from "./starter-process.test-kit.ts";

afterAll(removeTempFolders);

test("an exclusive lock keeps all others out, shared ones only the exclusive", async () => {
  const file = join(await makeTempFolder(), "lock");
  const alone = tryLock(file, "exclusive");
  expect(tryLock(file, "exclusive")).toBeNull();
  expect(tryLock(file, "shared")).toBeNull();
  alone?.release();
  alone?.release();
  const together = [tryLock(file, "shared"), tryLock(file, "shared")];
  expect(together).not.toContain(null);
  expect(tryLock(file, "exclusive")).toBeNull();
  together.forEach((lock) => lock?.release());
  const again = tryLock(file, "exclusive");
  expect(again).not.toBeNull();
  again?.release();
});

test("the lock of a killed process is free at once", async () => {
  const file = join(await makeTempFolder(), "lock");
  const module = new URL("folder-lock.ts", import.meta.url).href;
  const program = `
    const { tryLock } = await import(${JSON.stringify(module)});
    tryLock(${JSON.stringify(file)}, "exclusive");
    console.log("locked");
    setInterval(() => undefined, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", program]);
  await once(holder.stdout, "data");
  expect(tryLock(file, "exclusive")).toBeNull();
  holder.kill("SIGKILL");
  await once(holder, "exit");
  const lock = tryLock(file, "exclusive");
  expect(lock).not.toBeNull();
  lock?.release();
});
