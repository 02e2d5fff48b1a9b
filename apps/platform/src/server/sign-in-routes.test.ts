import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { HttpHandler } from "settled/http";
import { hashOfPassword } from "../access/password.ts";
import { setPersonDisabled } from "../access/set-person-disabled.ts";
import { TRY_SETTINGS } from "../access/try-limits.ts";
import {
  type AccessWorld,
  ask,
  bearer,
  BOOTSTRAP,
  BY,
  cookieIn,
  HOST,
  openAccessWorld,
  OWN_FORM,
  OWN_REQUEST,
  sendForm,
} from "./access-world.test-kit.ts";

const EMAIL = "Maria.Lang@north.example";
const PASSWORD = "correct horse battery";

let world: AccessWorld;
let maria: string;
let handle: HttpHandler;

beforeAll(async () => {
  world = await openAccessWorld();
  const passwordHash = await hashOfPassword(PASSWORD);
  maria = await world.member({ role: "owner", email: EMAIL, passwordHash });
});

beforeEach(() => {
  // Wrong tries are counted by each handler.
  handle = world.handler();
});

afterAll(() => world.close());

function signIn(password: string, email = EMAIL): Promise<Response> {
  return handle(sendForm("/sign-in", { email, password }));
}

function me(cookie: string): Promise<Response> {
  return handle(ask("/api/v1/me", { headers: { cookie } }));
}

describe("by password", () => {
  test("opens a session whose cookie belongs to this host alone, and leads back", async () => {
    const answer = await handle(
      sendForm("/sign-in", {
        email: EMAIL.toUpperCase(),
        password: PASSWORD,
        return_to: "/workspaces/north",
      }),
    );
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/workspaces/north"]);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(
      /^__Host-settled_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    );
    const json = await (await me(cookieIn(answer))).json();
    expect(json).toMatchObject({
      actor: { kind: "user", id: maria },
      email: EMAIL,
      workspaces: [{ id: "north", role: "owner", environment_ids: null }],
    });
  });

  test("the cookie's secret is nowhere in the database", async () => {
    const secret = cookieIn(await signIn(PASSWORD)).split("=")[1] ?? "";
    const rows = await world.asOwner("select * from platform.sessions");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
    const bytes = Buffer.from(secret).toString("hex");
    expect(
      JSON.stringify(await world.asOwner("select session_hash::text from platform.sessions")),
    ).not.toContain(bytes);
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const wrong = await signIn("not this password");
    const unknown = await signIn("not this password", "nobody@north.example");
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const text = async (answer: Response) =>
      (await answer.text()).replaceAll(/value="[^"]*@[^"]*"/g, "");
    expect(await text(wrong)).toBe(await text(unknown));
    expect(wrong.headers.get("set-cookie")).toBeNull();
  });

  test("a person who was disabled is nobody until they are enabled again, and their sessions have ended", async () => {
    const cookie = cookieIn(await signIn(PASSWORD));
    const email = EMAIL.toLowerCase();
    const setDisabled = (isDisabled: boolean) =>
      setPersonDisabled(world.keeperParts, { email, isDisabled, by: BY });
    expect(await setDisabled(true)).toMatchObject({ personId: maria, workspaceIds: ["north"] });
    expect((await me(cookie)).status).toBe(401);
    expect((await signIn(PASSWORD)).status).toBe(401);
    await setDisabled(false);
    expect((await me(cookie)).status).toBe(401);
    expect((await signIn(PASSWORD)).status).toBe(303);
    const written = await world.asOwner(
      `select action from settled.audit_entries
       where workspace_id = 'north' and target ->> 'id' = $1 and action ~ 'able$' order by sequence`,
      [maria],
    );
    expect(written).toEqual([{ action: "member.disable" }, { action: "member.enable" }]);
  });
});

describe("by the owner token", () => {
  test("opens a session of somebody who may do everything", async () => {
    const answer = await handle(sendForm("/sign-in", { token: ` ${BOOTSTRAP}\n` }));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/console/"]);
    const json = await (await me(cookieIn(answer))).json();
    expect(json).toMatchObject({ actor: { kind: "operator", id: "owner" } });
    expect(json).toMatchObject({ workspaces: [{ id: "north" }, { id: "south" }] });
  });

  test("another token ends the sessions of the one before", async () => {
    const cookie = cookieIn(await handle(sendForm("/sign-in", { token: BOOTSTRAP })));
    const later = world.handler({ token: "another-token-of-the-tests" });
    const without = world.handler({ token: null });
    for (const [handler, status] of [
      [later, 401],
      [without, 401],
      [handle, 200],
    ] as const) {
      expect((await handler(ask("/api/v1/me", { headers: { cookie } }))).status).toBe(status);
    }
  });

  test("is not offered, and lets nobody in, where none is set", async () => {
    const without = world.handler({ token: null });
    expect(await (await without(ask("/sign-in"))).text()).not.toContain("owner token");
    expect((await without(sendForm("/sign-in", { token: "" }))).status).toBe(401);
    expect((await without(sendForm("/sign-in", { token: "null" }))).status).toBe(401);
  });

  test("that can be guessed is refused before anything is served", () => {
    for (const token of ["secret", "x".repeat(15)]) {
      expect(() => world.handler({ token })).toThrow(/at least 16 characters/);
    }
  });
});

describe("sessions", () => {
  test("a session that was planted before the sign-in is not the one that is signed in", async () => {
    const planted = `__Host-settled_session=${"A".repeat(43)}`;
    const form = sendForm("/sign-in", { token: BOOTSTRAP }, { ...OWN_FORM, cookie: planted });
    const opened = cookieIn(await handle(form));
    expect(opened).not.toBe(planted);
    expect((await me(planted)).status).toBe(401);
    expect((await me(opened)).status).toBe(200);
  });

  test("signing in again ends the session of before", async () => {
    const first = await world.cookieOf(maria);
    const again = { token: BOOTSTRAP };
    const second = cookieIn(
      await handle(sendForm("/sign-in", again, { ...OWN_FORM, cookie: first })),
    );
    expect([(await me(first)).status, (await me(second)).status]).toEqual([401, 200]);
  });

  test("signing out ends it on the server, by a form of this site alone", async () => {
    const cookie = await world.cookieOf(maria);
    for (const headers of [
      { cookie },
      { cookie, "sec-fetch-site": "cross-site" },
      { cookie, origin: "null" },
    ]) {
      expect((await handle(sendForm("/sign-out", {}, headers))).status).toBe(403);
    }
    const answer = await handle(sendForm("/sign-out", {}, { ...OWN_FORM, cookie }));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
    expect(answer.headers.get("set-cookie")).toContain("Max-Age=0");
    const replayed = await handle(ask("/", { headers: { cookie } }));
    expect(replayed.headers.get("location")).toBe("/sign-in?return_to=%2F");
    expect((await handle(ask("/sign-out", { headers: { cookie } }))).status).toBe(405);
  });

  test("end after 8 hours without use, and after 7 days in any case", async () => {
    for (const [column, hours, status] of [
      ["last_seen_at", 7.9, 200],
      ["last_seen_at", 8.1, 401],
      ["created_at", 167, 200],
      ["created_at", 169, 401],
    ] as const) {
      const cookie = await world.cookieOf(maria);
      await world.asOwner(
        `update platform.sessions set ${column} = now() - make_interval(secs => $1)
         where session_id = (select session_id from platform.sessions order by session_id desc limit 1)`,
        [hours * 3_600],
      );
      expect([column, hours, (await me(cookie)).status]).toEqual([column, hours, status]);
    }
  });

  test("no cookie with one letter changed, left out or added is a session", async () => {
    const cookie = await world.cookieOf(maria);
    const start = cookie.indexOf("=") + 1;
    for (let at = start; at < cookie.length; at += 1) {
      const other = cookie[at] === "x" ? "y" : "x";
      const before = cookie.slice(0, at);
      const rest = cookie.slice(at + 1);
      for (const forged of [
        `${before}${other}${rest}`,
        `${before}${rest}`,
        `${before}${other}${cookie.slice(at)}`,
      ]) {
        expect([forged, (await me(forged)).status]).toEqual([forged, 401]);
      }
    }
    // Nor is one that came without the protection of its prefix.
    expect((await me(cookie.replace("__Host-", ""))).status).toBe(401);
    expect((await me(cookie)).status).toBe(200);
  });

  test("are listed and ended one by one, or all together, and never somebody else's", async () => {
    const cookies = [await world.cookieOf(maria), await world.cookieOf(maria)];
    const [one = "", two = ""] = cookies;
    const foreign = await world.cookieOf(await world.member({ role: "viewer" }));
    const listed = async (cookie: string) => {
      const answer = await handle(ask("/api/v1/me/sessions", { headers: { cookie } }));
      return ((await answer.json()) as { sessions: { id: string; is_this_one: boolean }[] })
        .sessions;
    };
    const end = (path: string, cookie: string) =>
      handle(ask(path, { method: "DELETE", headers: { cookie, ...OWN_REQUEST } }));
    const own = (await listed(one)).find(({ is_this_one: isThisOne }) => isThisOne)?.id ?? "";
    expect((await end(`/api/v1/me/sessions/${own}`, foreign)).status).toBe(404);
    expect((await end(`/api/v1/me/sessions/${own}`, two)).status).toBe(200);
    expect([(await me(one)).status, (await me(two)).status]).toEqual([401, 200]);
    const all = await end("/api/v1/me/sessions", two);
    expect([all.status, all.headers.get("set-cookie")]).toEqual([
      200,
      expect.stringContaining("Max-Age=0"),
    ]);
    expect([(await me(two)).status, (await me(foreign)).status]).toEqual([401, 200]);
  });

  test("a program of the browser's own signs out by the API", async () => {
    const cookie = await world.cookieOf(maria);
    const path = "/api/v1/me:sign-out";
    expect(
      (await handle(ask(path, { method: "POST", headers: { cookie, ...OWN_FORM } }))).status,
    ).toBe(403);
    const answer = await handle(ask(path, { method: "POST", headers: { cookie, ...OWN_REQUEST } }));
    expect([answer.status, (await me(cookie)).status]).toEqual([200, 401]);
  });
});

describe("the form", () => {
  test("shows the ways that are set up, and carries the way back", async () => {
    const answer = await handle(ask("/sign-in?return_to=%2Fworkspaces%2Fnorth"));
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain("SETTLED_BOOTSTRAP_TOKEN");
    expect(text).toContain('name="return_to" value="/workspaces/north"');
    expect(text).not.toContain("/sign-in/openid");
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test("who came by the old address of a page is led to the page in the console", async () => {
    const old = "/workspaces/north/environments/contoso";
    const asked = await handle(ask(old));
    const form = new URL(asked.headers.get("location") ?? "", HOST);
    const back = form.searchParams.get("return_to") ?? "";
    const signedIn = await handle(sendForm(form.pathname, { token: BOOTSTRAP, return_to: back }));
    expect(signedIn.headers.get("location")).toBe(old);
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    const led = await handle(ask(old, { headers: { cookie } }));
    expect([led.status, led.headers.get("location")]).toEqual([303, `/console${old}`]);
  });

  test("who is signed in already is led on", async () => {
    const cookie = await world.cookieOf(maria);
    const answer = await handle(ask("/sign-in?return_to=/x", { headers: { cookie } }));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/x"]);
  });

  test("says on every page who is signed in, and how to leave", async () => {
    const cookie = await world.cookieOf(maria);
    for (const workspace of ["north", "nowhere"]) {
      const path = `/workspaces/${workspace}/environments/contoso/packs/none/files/zip`;
      const text = await (await handle(ask(path, { headers: { cookie } }))).text();
      expect([path, text.includes("Person owner")]).toEqual([path, true]);
      expect(text).toContain('<form class="who small" method="post" action="/sign-out">');
    }
  });

  test.for(["//evil.example", "/\\evil.example", "https://evil.example", "/.//evil.example"])(
    "after the sign-in %s leads nowhere but home",
    async (back) => {
      const answer = await handle(sendForm("/sign-in", { token: BOOTSTRAP, return_to: back }));
      expect(answer.headers.get("location")).toBe("/console/");
      const form = await handle(ask(`/sign-in?return_to=${encodeURIComponent(back)}`));
      expect(await form.text()).toContain('name="return_to" value="/console/"');
    },
  );

  test("a way back with letters of any script does not break the sign-in", async () => {
    const answer = await handle(
      sendForm("/sign-in", { token: BOOTSTRAP, return_to: "/workspaces/漢" }),
    );
    expect(answer.headers.get("location")).toBe("/workspaces/%E6%BC%A2");
  });

  test("repeats what was typed as text, never as markup", async () => {
    const script = `/a"><script>alert(1)</script>`;
    const form = sendForm("/sign-in", { email: script, password: "x", return_to: script });
    const answer = await handle(form);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain("<script");
  });

  test("that is too large is not read to its end", async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("x".repeat(4_096))),
    });
    const endless = new Request(`${HOST}/sign-in`, { method: "POST", body, duplex: "half" });
    expect((await handle(endless)).status).toBe(413);
    expect((await handle(sendForm("/sign-in", { token: "x".repeat(10_000) }))).status).toBe(413);
  });
});

describe("wrong tries", () => {
  const tries = { ...TRY_SETTINGS, windowS: 60, perAddressMax: 5, perAccountMax: 2 };
  const tokenTry = (token: string) => sendForm("/sign-in", { token });

  test("after too many of them even the right token waits, then works", async () => {
    const handler = world.handler({ tries: { ...tries, windowS: 2 } });
    for (let tried = 0; tried < 5; tried += 1) {
      expect((await handler(tokenTry(`wrong ${tried}`))).status).toBe(401);
    }
    const refused = await handler(tokenTry(BOOTSTRAP));
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([
      429,
      expect.stringMatching(/^[12]$/),
    ]);
    expect(await refused.text()).toMatch(/Wait [12] seconds/);
    // Programs with the token are not locked out by somebody's guesses.
    expect((await handler(ask("/", { headers: bearer(BOOTSTRAP) }))).status).toBe(303);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await handler(tokenTry(BOOTSTRAP))).status).toBe(303);
  });

  test("of one account are counted wherever they come from, and of one address whoever is guessed", async () => {
    let address = "192.0.2.1";
    const handler = world.handler({ tries, addressOf: () => address });
    const guess = (email: string) => handler(sendForm("/sign-in", { email, password: "wrong" }));
    expect((await guess(EMAIL)).status).toBe(401);
    address = "192.0.2.2";
    expect((await guess(EMAIL.toUpperCase())).status).toBe(401);
    address = "192.0.2.3";
    const right = await handler(sendForm("/sign-in", { email: EMAIL, password: PASSWORD }));
    expect([right.status, right.headers.has("retry-after")]).toEqual([429, true]);
  });

  test("right ones use nothing up", async () => {
    const handler = world.handler({ tries });
    for (let tried = 0; tried < 8; tried += 1) {
      expect((await handler(tokenTry(BOOTSTRAP))).status).toBe(303);
    }
  });

  test.for([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example" },
    { origin: "null" },
  ])("a form of another site (%j) signs nobody in and uses up none", async (headers) => {
    const handler = world.handler({ tries });
    for (let tried = 0; tried < 7; tried += 1) {
      expect((await handler(sendForm("/sign-in", { token: BOOTSTRAP }, headers))).status).toBe(403);
    }
    expect((await handler(tokenTry(BOOTSTRAP))).status).toBe(303);
  });

  test("wrong API tokens are turned away for a while, other addresses are not", async () => {
    let address = "192.0.2.1";
    const settings = { ...tries, tokensPerAddressMax: 3 };
    const handler = world.handler({ tries: settings, addressOf: () => address });
    const { secret } = await world.tokenOf({ role: "viewer" });
    const look = (token: string) => handler(ask("/api/v1/me", { headers: bearer(token) }));
    for (let tried = 0; tried < 3; tried += 1)
      expect((await look(`wrong ${tried}`)).status).toBe(401);
    const refused = await look("wrong again");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(await refused.json()).toMatchObject({ code: "too_many_tries", status: 429 });
    expect((await look(BOOTSTRAP)).status).toBe(200);
    address = "192.0.2.2";
    expect((await look(secret)).status).toBe(200);
  });
});

test("pages may be framed by whom the settings name, and by nobody else", async () => {
  const nobody = await handle(ask("/sign-in"));
  expect(nobody.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(nobody.headers.get("x-frame-options")).toBe("DENY");
  const settings = {
    publicUrl: null,
    openId: null,
    trustedProxies: 0,
    frameAncestors: ["'self'", "https://portal.example"],
  };
  const framed = await world.handler({ settings })(ask("/sign-in"));
  const policy = framed.headers.get("content-security-policy");
  expect(policy).toContain("frame-ancestors 'self' https://portal.example");
  expect(framed.headers.has("x-frame-options")).toBe(false);
});
