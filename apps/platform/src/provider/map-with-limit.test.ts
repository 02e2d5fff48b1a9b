import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { mapWithLimit } from "./map-with-limit.ts";

test("answers come in the order of the inputs, and never more than the limit are under way", async () => {
  let underWay = 0;
  let most = 0;
  const inputs = Array.from({ length: 40 }, (_, index) => index);
  const outputs = await mapWithLimit(inputs, { atOnce: 8, signal: undefined }, async (input) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await pause(input % 3);
    underWay -= 1;
    return input * 2;
  });
  expect(outputs).toEqual(inputs.map((input) => input * 2));
  expect(most).toBe(8);
});

test("nothing to do is done at once", async () => {
  const none = await mapWithLimit([], { atOnce: 8, signal: undefined }, () => Promise.resolve(1));
  expect(none).toEqual([]);
});

test("after an abort nothing new is begun", async () => {
  const control = new AbortController();
  let begun = 0;
  const inputs = Array.from({ length: 40 }, (_, index) => index);
  const reading = mapWithLimit(inputs, { atOnce: 4, signal: control.signal }, async () => {
    begun += 1;
    if (begun === 4) control.abort(new Error("stopped"));
    await pause(1);
  });
  await expect(reading).rejects.toThrow("stopped");
  expect(begun).toBe(4);
});
