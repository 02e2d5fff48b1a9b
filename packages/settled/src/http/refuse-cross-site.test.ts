import { expect, test } from "vitest";
import { openTestDesk, post, START } from "./http.test-kit.ts";

const COOKIE = { cookie: "session=1" };

test.each<[string, Record<string, string>, number]>([
  ["a cookie from nowhere", COOKIE, 403],
  ["a cookie from another site", { ...COOKIE, "sec-fetch-site": "cross-site" }, 403],
  ["a cookie from a sister site", { ...COOKIE, "sec-fetch-site": "same-site" }, 403],
  ["a cookie from this site", { ...COOKIE, "sec-fetch-site": "same-origin" }, 202],
  ["a cookie by the reader's own hand", { ...COOKIE, "sec-fetch-site": "none" }, 202],
  ["a cookie and this origin", { ...COOKIE, origin: "https://settled.example" }, 202],
  ["a cookie and another origin", { ...COOKIE, origin: "https://evil.example" }, 403],
  ["a cookie and another port", { ...COOKIE, origin: "https://settled.example:8443" }, 403],
  ["a cookie and the null origin", { ...COOKIE, origin: "null" }, 403],
  [
    "a cookie, this origin, but another site",
    { ...COOKIE, origin: "https://settled.example", "sec-fetch-site": "cross-site" },
    403,
  ],
  ["a cookie and a token", { ...COOKIE, authorization: "Bearer t" }, 202],
  ["a token", { authorization: "Bearer t" }, 202],
  [
    "a password that a browser adds, from another site",
    { authorization: "Basic eA==", origin: "https://evil.example" },
    403,
  ],
  ["a password of a program", { authorization: "Basic eA==" }, 202],
])("a start with %s", async (_what, headers, status) => {
  const desk = openTestDesk();
  const answer = await desk.handler()(post(START, {}, headers));
  expect(answer.status).toBe(status);
  const started = await desk.store.listRuns({
    workspaceId: "north" as never,
    filter: {},
    after: null,
    limit: 1,
  });
  expect(started.runs).toHaveLength(status === 202 ? 1 : 0);
});
