import { describe, expect, test } from "vitest";
import { judgeAnswer } from "./judge-answer.ts";
import { DISABLE_AFTER_FAILURES, DISABLE_AFTER_MS, mustDisable } from "./must-disable.ts";

function judged(status: number, isLastTry = false) {
  return judgeAnswer({ kind: "answered", status, firstLine: "" }, isLastTry);
}

test("exactly the answers from 200 to 299 are a delivery", () => {
  const delivered = Array.from({ length: 500 }, (_, index) => index + 100).filter(
    (status) => judged(status).status === "delivered",
  );
  expect([delivered[0], delivered.at(-1), delivered.length]).toEqual([200, 299, 100]);
});

test("410 ends the endpoint and is not tried again", () => {
  expect(judged(410)).toMatchObject({ status: "given_up", endpoint: "gone", httpStatus: 410 });
});

test.each([301, 400, 404, 408, 429, 500, 503])("%i is tried again until the last try", (status) => {
  expect(judged(status)).toMatchObject({ status: "failed", endpoint: "failing" });
  expect(judged(status, true)).toMatchObject({ status: "given_up", endpoint: "failing" });
});

test("silence is tried again, too", () => {
  const answer = { kind: "unanswered", words: "Nobody is there." } as const;
  const failed = { status: "failed", httpStatus: null, error: "Nobody is there." };
  expect(judgeAnswer(answer, false)).toMatchObject(failed);
});

describe("an endpoint is disabled after days of failures alone", () => {
  const failures = {
    url: "https://example.com/",
    failingForMs: DISABLE_AFTER_MS,
    failuresInRow: DISABLE_AFTER_FAILURES,
    isDisabled: false,
  };
  test("both long and often", () => expect(mustDisable(failures)).toBe(true));
  test.each([
    { failingForMs: DISABLE_AFTER_MS - 1 },
    { failuresInRow: DISABLE_AFTER_FAILURES - 1 },
    { isDisabled: true },
  ])("not with %j", (change) => expect(mustDisable({ ...failures, ...change })).toBe(false));
});
