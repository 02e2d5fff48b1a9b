import { afterAll, beforeEach, expect, test } from "vitest";
import type { HttpHandler } from "settled/http";
import { openPlatform } from "../platform.ts";
import { createPlatformHandler } from "./platform-handler.ts";
import { HOST, request, TOKEN } from "./served-world.test-kit.ts";

/** Nothing that is asked here needs a database, so there is none. */
const platform = openPlatform({ connectionString: "postgres://nobody@127.0.0.1:1/none" });
let nowMs = Date.parse("2026-05-01T08:00:00Z");
let handle: HttpHandler;

beforeEach(() => {
  handle = createPlatformHandler({ platform, token: TOKEN, now: () => new Date(nowMs) });
});

afterAll(async () => {
  await platform.close();
});

function post(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields);
  return handle(new Request(`${HOST}${path}`, { method: "POST", body, headers }));
}

function cookieOf(answer: Response): string {
  return /^[^;]*/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";
}

async function signedIn(): Promise<string> {
  return cookieOf(await post("/sign-in", { token: TOKEN }));
}

test("the form says where the token is, and carries the way back", async () => {
  const answer = await handle(request("/sign-in?return_to=%2Fworkspaces%2Fnorth"));
  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(text).toContain("SETTLED_BOOTSTRAP_TOKEN");
  expect(text).toContain('name="return_to" value="/workspaces/north"');
  expect(answer.headers.get("set-cookie")).toBeNull();
});

test("the right token opens a session and leads back", async () => {
  const answer = await post("/sign-in", { token: ` ${TOKEN}\n`, return_to: "/workspaces/north" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/workspaces/north"]);
  const cookie = answer.headers.get("set-cookie") ?? "";
  expect(cookie).toContain("HttpOnly");
  expect(cookie).not.toContain(TOKEN);
  const home = await handle(request("/", { cookie: cookieOf(answer) }));
  expect([home.status, home.headers.get("location")]).toEqual([303, "/workspaces"]);
});

test("who is signed in already is led on", async () => {
  const answer = await handle(request("/sign-in?return_to=/x", { cookie: await signedIn() }));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/x"]);
});

test.for(["//evil.example", "/\\evil.example", "https://evil.example", "/.//evil.example"])(
  "after the sign-in %s leads nowhere but home",
  async (asked) => {
    const answer = await post("/sign-in", { token: TOKEN, return_to: asked });
    expect(answer.headers.get("location")).toBe("/workspaces");
    const form = await handle(request(`/sign-in?return_to=${encodeURIComponent(asked)}`));
    expect(await form.text()).toContain('name="return_to" value="/workspaces"');
  },
);

test("a way back with letters of any script does not break the sign-in", async () => {
  const answer = await post("/sign-in", { token: TOKEN, return_to: "/workspaces/漢" });
  expect(answer.headers.get("location")).toBe("/workspaces/%E6%BC%A2");
});

test("a wrong token gets the same form with a plain sentence, and its way back escaped", async () => {
  const back = `/a"><script>alert(1)</script>`;
  const answer = await post("/sign-in", { token: "wrong", return_to: back });
  const text = await answer.text();
  expect(answer.status).toBe(401);
  expect(text).toContain("That is not the owner token of this installation.");
  expect(text).not.toContain("<script");
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect((await post("/sign-in", {})).status).toBe(401);
});

test("after ten wrong tries in a minute even the right token waits, then works", async () => {
  for (let tried = 0; tried < 10; tried += 1) {
    expect((await post("/sign-in", { token: `wrong ${tried}` })).status).toBe(401);
  }
  const refused = await post("/sign-in", { token: TOKEN });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
  expect(await refused.text()).toContain("Wait 60 seconds");
  // Programs with the token are not locked out by somebody's guesses.
  const program = await handle(request("/", { authorization: `Bearer ${TOKEN}` }));
  expect(program.status).toBe(303);
  nowMs += 60_000;
  expect((await post("/sign-in", { token: TOKEN })).status).toBe(303);
});

test.for([
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { origin: "https://evil.example" },
  { origin: "null" },
])("a form of another site (%j) signs nobody in and uses up no tries", async (headers) => {
  for (let tried = 0; tried < 12; tried += 1) {
    expect((await post("/sign-in", { token: TOKEN }, headers)).status).toBe(403);
  }
  const own = { origin: HOST, "sec-fetch-site": "same-origin" };
  expect((await post("/sign-in", { token: TOKEN }, own)).status).toBe(303);
});

test("a form that is too large is not read to its end", async () => {
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode("x".repeat(4_096))),
  });
  const endless = new Request(`${HOST}/sign-in`, { method: "POST", body, duplex: "half" });
  expect((await handle(endless)).status).toBe(413);
  expect((await post("/sign-in", { token: "x".repeat(10_000) })).status).toBe(413);
});

test("signing out ends the session, by a form of this site alone", async () => {
  const cookie = await signedIn();
  const foreign = await post("/sign-out", {}, { cookie, "sec-fetch-site": "cross-site" });
  expect(foreign.status).toBe(403);
  expect((await post("/sign-out", {}, { cookie })).status).toBe(403);
  const answer = await post("/sign-out", {}, { cookie, origin: HOST });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
  expect(answer.headers.get("set-cookie")).toContain("Max-Age=0");
  const replayed = await handle(request("/", { cookie }));
  expect(replayed.headers.get("location")).toBe("/sign-in?return_to=%2F");
  expect((await handle(request("/sign-out", { cookie }))).status).toBe(405);
});

test("a token that can be guessed is refused before anything is served", () => {
  for (const token of ["", "secret", "x".repeat(15)]) {
    expect(() => createPlatformHandler({ platform, token })).toThrow(/at least 16 characters/);
  }
});
