import { describe, expect, test } from "vitest";
import { PROBLEM_CODES, PROBLEM_COPY } from "./problem-copy.ts";
import { asProblemJson, problemOf } from "./problem.ts";
import { PROBLEM_SCHEMA } from "./schemas/problem-schema.ts";

const MEMBERS = ["type", "title", "status", "detail", "code", "next_actions"];
const REQUEST_ID = "r1";

describe.each(PROBLEM_CODES)("the problem %s", (code) => {
  const problem = problemOf(code);
  const json = asProblemJson(problem, REQUEST_ID);

  test("has what RFC 9457 and this API ask for, in its own words", () => {
    expect(PROBLEM_SCHEMA.strict().safeParse(json).error).toBeUndefined();
    expect(Object.keys(json)).toEqual(expect.arrayContaining(MEMBERS));
    expect(json).toMatchObject({ type: `urn:settled:problem:${code}`, code });
    for (const text of [problem.title, problem.detail, ...problem.nextActions]) {
      expect(text).toMatch(/^[\p{Lu}`].{8,300}$/su);
    }
    expect(problem.title).not.toMatch(/[.!]$/);
    expect(problem.detail).toMatch(/[.]$/);
    expect(problem.nextActions.every((action) => action.endsWith("."))).toBe(true);
  });

  test("names the request, but where hidden and absent must read the same", () => {
    expect(json["instance"]).toBe(PROBLEM_COPY[code].status === 404 ? undefined : REQUEST_ID);
  });

  test("says when to come back if that is all that helps", () => {
    const { status, retryAfterS } = PROBLEM_COPY[code];
    if (status === 503 || status === 429) expect(retryAfterS).toBeGreaterThan(0);
    expect(problem.headers["retry-after"]).toBe(retryAfterS?.toString());
  });

  test("tells faults by pointer or parameter, and at most 50 of them", () => {
    const errors = Array.from({ length: 60 }, (_none, n) => ({ pointer: `/${n}`, detail: "So." }));
    const told = asProblemJson(problemOf(code, { errors }), REQUEST_ID);
    expect(told["errors"]).toHaveLength(50);
    expect(PROBLEM_SCHEMA.safeParse(told).success).toBe(true);
    const members = { reason: "so", status: 200, code: "other", instance: "other" };
    expect(asProblemJson(problemOf(code, { members }), REQUEST_ID)).toMatchObject({
      status: PROBLEM_COPY[code].status,
      code,
      reason: "so",
    });
  });
});

test("every title is its own", () => {
  const titles = PROBLEM_CODES.map((code) => PROBLEM_COPY[code].title);
  expect(new Set(titles).size).toBe(titles.length);
});
