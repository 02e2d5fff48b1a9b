import { expect, test } from "vitest";
import { createManualClock } from "./manual-clock.ts";

test("time stands still until it is moved", async () => {
  const clock = createManualClock({ start: new Date("2026-01-01T00:00:00.000Z") });
  expect([clock.nowMs(), clock.now().toISOString()]).toEqual([0, "2026-01-01T00:00:00.000Z"]);
  await clock.advance(1_500);
  expect([clock.nowMs(), clock.now().toISOString()]).toEqual([1_500, "2026-01-01T00:00:01.500Z"]);
});

test("sleepers wake in the order of their times, each at its own time", async () => {
  const clock = createManualClock();
  const woken: [string, number][] = [];
  const sleep = async (name: string, ms: number) => {
    await clock.sleep(ms);
    woken.push([name, clock.nowMs()]);
  };
  const all = [sleep("late", 30), sleep("first", 10), sleep("second", 10), sleep("never", 31)];
  await clock.advance(30);
  expect(woken).toEqual([
    ["first", 10],
    ["second", 10],
    ["late", 30],
  ]);
  await clock.advance(1);
  await Promise.all(all);
  expect(woken.at(-1)).toEqual(["never", 31]);
});

test("who falls asleep on the way is woken on the way", async () => {
  const clock = createManualClock();
  const beats: number[] = [];
  const beating = (async () => {
    while (beats.length < 4) {
      await clock.sleep(5);
      beats.push(clock.nowMs());
    }
  })();
  await clock.advance(100);
  await beating;
  expect(beats).toEqual([5, 10, 15, 20]);
  expect(clock.nowMs()).toBe(100);
});

test("a sleep ends early when its signal fires, and at once when it has fired", async () => {
  const clock = createManualClock();
  const controller = new AbortController();
  const sleeping = clock.sleep(1_000, controller.signal);
  controller.abort();
  await sleeping;
  await clock.sleep(1_000, controller.signal);
  await clock.sleep(0);
  expect(clock.nowMs()).toBe(0);
});

test("two moves at once add up", async () => {
  const clock = createManualClock();
  await Promise.all([clock.advance(10), clock.advance(20)]);
  expect(clock.nowMs()).toBe(30);
});

test("time does not go back", async () => {
  const clock = createManualClock();
  await expect(clock.advance(-1)).rejects.toMatchObject({ code: "invalid_configuration" });
  await expect(clock.advance(Number.NaN)).rejects.toMatchObject({ code: "invalid_configuration" });
});
