import { expect, test } from "vitest";
import { EVENTS_OF_STEP_MAX, type ToldEvent } from "../../ports/event-tail.ts";
import { createRecentEvents, isBefore, type RecentEvents } from "./recent-events.ts";

/** Releases of so many events each, one after the other. */
function filled(...sizes: readonly number[]): RecentEvents {
  const recent = createRecentEvents();
  let last = 0;
  for (const size of sizes) {
    const events = Array.from({ length: size }, (_, index) => eventOf(last + index + 1));
    recent.add({ after: String(last), upTo: String(last + size), events });
    last += size;
  }
  return recent;
}

function eventOf(sequence: number): ToldEvent {
  return { sequence: String(sequence) } as ToldEvent;
}

function sequencesBehind(recent: RecentEvents, place: string) {
  return recent.behind(place)?.events.map(({ sequence }) => Number(sequence)) ?? null;
}

test("readers at the same place are given the same array, whether they are up to date or behind", () => {
  const recent = filled(2, 3, 4);
  for (const place of ["5", "2", "1"]) {
    expect(recent.behind(place)?.events).toBe(recent.behind(place)?.events);
  }
  expect(sequencesBehind(recent, "5")).toEqual([6, 7, 8, 9]);
});

test("whoever fell behind is given as much as a step holds, from the very place that they have", () => {
  const recent = filled(2, 3, 4);
  expect(sequencesBehind(recent, "0")).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(sequencesBehind(recent, "1")).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(recent.behind("1")?.upTo).toBe("9");
  const large = filled(150, 40, 20);
  expect(sequencesBehind(large, "0")).toHaveLength(190);
  expect(large.behind("0")?.upTo).toBe("190");
  expect(EVENTS_OF_STEP_MAX).toBe(200);
});

test("what came after a reader was given something is given next, and nothing twice", () => {
  const recent = filled(2, 3);
  expect(recent.behind("0")?.upTo).toBe("5");
  recent.add({ after: "5", upTo: "6", events: [eventOf(6)] });
  expect(sequencesBehind(recent, "5")).toEqual([6]);
  expect(sequencesBehind(recent, "0")).toEqual([1, 2, 3, 4, 5, 6]);
});

test("only the newest are kept, and a place before them is not answered from what is left", () => {
  const recent = filled(200, 200, 200, 10);
  expect(recent.behind("0")).toBeNull();
  expect(recent.behind("199")).toBeNull();
  expect(sequencesBehind(recent, "400")?.[0]).toBe(401);
  recent.clear();
  expect(recent.behind("600")).toBeNull();
});

test("sequences are compared as the numbers that they are", () => {
  expect(isBefore("9", "10")).toBe(true);
  expect(isBefore("10", "9")).toBe(false);
  expect(isBefore("9223372036854775806", "9223372036854775807")).toBe(true);
  expect(isBefore("5", "5")).toBe(false);
});
