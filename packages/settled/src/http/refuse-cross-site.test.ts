import { expect, test } from "vitest";
import { HOST, openTestDesk, post, START } from "./http.test-kit.ts";

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
  ["nothing that says who asks, from another site", { origin: "https://evil.example" }, 403],
  ["our header alone", {}, 202],
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

const OWN = { ...COOKIE, origin: "https://settled.example", "sec-fetch-site": "same-origin" };
const JSON_TYPE = { "content-type": "application/json" };

test.each<[string, RequestInit, number]>([
  ["a form of this site, without our header", { headers: { ...OWN, ...JSON_TYPE } }, 403],
  ["no cookie, token or header at all", { headers: JSON_TYPE }, 403],
  ["JSON sent as plain text", { headers: { ...OWN, "content-type": "text/plain" } }, 403],
  ["JSON sent as a form", { headers: { ...COOKIE, origin: "null" } }, 403],
  ["a method in a header", { method: "GET", headers: { "x-http-method-override": "POST" } }, 405],
  ["a GET", { method: "GET", headers: { ...OWN, "settled-request": "1" } }, 405],
  ["a token and nothing else", { headers: { ...JSON_TYPE, authorization: "Bearer t" } }, 202],
])("a start by %s", async (_what, given, status) => {
  const desk = openTestDesk();
  const body = given.method === "GET" ? {} : { body: "{}" };
  const asked = new Request(`${HOST}${START}`, { method: "POST", ...body, ...given });
  const answer = await desk.handler()(asked);
  expect(answer.status).toBe(status);
  if (status === 403) {
    expect(await answer.json()).toMatchObject({
      code: "cross_site_request",
      next_actions: [expect.stringContaining("Settled-Request: 1")],
    });
  }
});
