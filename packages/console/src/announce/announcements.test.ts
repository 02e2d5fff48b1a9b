import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAnnouncements, QUIET_MS } from "./announcements.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the first is said at once, the rest together when 10 s have passed, and nothing twice", () => {
  const said: string[] = [];
  const { say } = createAnnouncements((words) => said.push(words));
  say("One.");
  say("Two.");
  say("Three.");
  say("Two.");
  expect(said).toEqual(["One."]);
  vi.advanceTimersByTime(QUIET_MS);
  expect(said).toEqual(["One.", "Three. Two."]);
  vi.advanceTimersByTime(QUIET_MS * 3);
  say("Four.");
  expect(said).toEqual(["One.", "Three. Two.", "Four."]);
});

test("who listens is never told more than the newest five at once, and nothing after the end", () => {
  const said: string[] = [];
  const { say, stop } = createAnnouncements((words) => said.push(words));
  for (let number = 0; number < 9; number += 1) say(`${number}.`);
  vi.advanceTimersByTime(QUIET_MS);
  expect(said).toEqual(["0.", "4. 5. 6. 7. 8."]);
  say("Late.");
  stop();
  vi.advanceTimersByTime(QUIET_MS * 2);
  expect(said).toHaveLength(2);
});
