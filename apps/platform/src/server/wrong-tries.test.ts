import { expect, test } from "vitest";
import { createWrongTries } from "./wrong-tries.ts";

function atMinute() {
  let nowMs = 1_000_000;
  const tries = createWrongTries(() => new Date(nowMs));
  return {
    tries,
    wait: (ms: number) => {
      nowMs += ms;
    },
  };
}

test("nine wrong tries in a minute cost nothing, the tenth costs the rest of the minute", () => {
  const { tries, wait } = atMinute();
  for (let count = 0; count < 9; count += 1) tries.count();
  expect(tries.waitSeconds()).toBe(0);
  wait(20_000);
  tries.count();
  expect(tries.waitSeconds()).toBe(40);
});

test("the wait ends when the oldest try is a minute old", () => {
  const { tries, wait } = atMinute();
  for (let count = 0; count < 10; count += 1) tries.count();
  wait(59_999);
  expect(tries.waitSeconds()).toBe(1);
  wait(1);
  expect(tries.waitSeconds()).toBe(0);
});

test("a clock that was set back locks nobody out", () => {
  const { tries, wait } = atMinute();
  for (let count = 0; count < 10; count += 1) tries.count();
  wait(-3_600_000);
  expect(tries.waitSeconds()).toBe(0);
});
