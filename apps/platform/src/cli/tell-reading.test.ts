import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { tellReading } from "./tell-reading.ts";

test("a long reading tells how far it has come and that it is through, a short one nothing", async () => {
  const told: string[] = [];
  const onProgress = tellReading((line) => told.push(line));
  onProgress({ filesDone: 1, filesTotal: 3 });
  expect(told).toEqual([]);
  await sleep(510);
  onProgress({ filesDone: 2, filesTotal: 3 });
  onProgress({ filesDone: 3, filesTotal: 3 });
  expect(told).toEqual([
    `  reading ${"█".repeat(16)}${"░".repeat(8)} 2 of 3 files`,
    `  reading ${"█".repeat(24)} 3 of 3 files`,
  ]);
});
