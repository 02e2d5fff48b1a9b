import { expect, test } from "vitest";
import { createLine } from "./line.ts";

function answer(status: number, requestId?: string) {
  return {
    status,
    headers: new Headers(requestId === undefined ? {} : { "x-request-id": requestId }),
  };
}

test("a line is away from a lost request until the server answers, whatever it answers", () => {
  const line = createLine();
  line.lost();
  expect(line.view()).toEqual({ isAway: true, isSignedOut: false });
  line.answered(answer(404));
  expect(line.view()).toEqual({ isAway: false, isSignedOut: false });
});

test("a proxy that cannot reach the server is no server", () => {
  const line = createLine();
  line.answered(answer(502));
  expect(line.view().isAway).toBe(true);
});

test("a session that ended is known until somebody is signed in again, a cut of the line in between or not", () => {
  const line = createLine();
  line.answered(answer(401));
  line.lost();
  expect(line.view()).toEqual({ isAway: true, isSignedOut: true });
  line.answered(answer(200));
  expect(line.view()).toEqual({ isAway: false, isSignedOut: false });
});

test("only a change is told, and the last request that had an id is remembered", () => {
  const line = createLine();
  let told = 0;
  const leave = line.subscribe(() => {
    told += 1;
  });
  line.answered(answer(200, "one"));
  line.answered(answer(200));
  expect([told, line.lastRequestId()]).toEqual([0, "one"]);
  line.lost();
  line.lost();
  expect(told).toBe(1);
  leave();
  line.answered(answer(200));
  expect(told).toBe(1);
});
