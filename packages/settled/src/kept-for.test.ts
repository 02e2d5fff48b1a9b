import { expect, test } from "vitest";
import { keptFor } from "./kept-for.ts";
import { createManualClock } from "./testing/manual-clock.ts";

test("many who ask in one moment are one question; later ones and faults are asked anew", async () => {
  const clock = createManualClock();
  let asked = 0;
  let broken = false;
  const ask = keptFor(1_000, clock, () => {
    asked += 1;
    return broken ? Promise.reject(new Error("away")) : Promise.resolve(asked);
  });
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  await clock.advance(999);
  expect(await ask()).toBe(1);
  await clock.advance(1);
  broken = true;
  await expect(Promise.all([ask(), ask()])).rejects.toThrow("away");
  expect(asked).toBe(2);
  broken = false;
  expect(await ask()).toBe(3);
});
