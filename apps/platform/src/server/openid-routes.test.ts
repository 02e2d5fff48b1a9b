import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HttpHandler } from "settled/http";
import { addMember } from "../access/add-member.ts";
import {
  type AccessWorld,
  ask,
  cookieIn,
  HOST,
  NORTH,
  openAccessWorld,
} from "./access-world.test-kit.ts";
import {
  openOpenIdWorld,
  type OpenIdWorld,
  type ProviderAccount,
} from "./openid-world.test-kit.ts";
import { PLAIN_SETTINGS, readServerSettings } from "./server-settings.ts";

const RETURN = "/sign-in/openid/return";
const BY = { kind: "operator", id: "tests", name: "Tests" } as const;

let world: AccessWorld;

beforeAll(async () => {
  world = await openAccessWorld();
});

afterAll(() => world.close());

async function invite(email: string): Promise<string> {
  const input = {
    workspaceId: NORTH,
    email,
    role: "viewer",
    environmentIds: null,
    by: BY,
  } as const;
  const added = await addMember(world.parts, input);
  if (added.kind === "refused") throw new Error(added.because);
  return added.member.personId;
}

function settingsFor(openId: Pick<OpenIdWorld, "issuer" | "clientId" | "clientSecret">) {
  return readServerSettings({
    SETTLED_PUBLIC_URL: HOST,
    SETTLED_OIDC_ISSUER: openId.issuer,
    SETTLED_OIDC_CLIENT_ID: openId.clientId,
    SETTLED_OIDC_CLIENT_SECRET: openId.clientSecret,
  });
}

describe.each([true, false])("with the address in the ID token: %s", (emailInIdToken) => {
  let openId: OpenIdWorld;
  let handle: HttpHandler;

  beforeAll(async () => {
    openId = await openOpenIdWorld({ redirectUrl: `${HOST}${RETURN}`, emailInIdToken });
    handle = world.handler({ settings: settingsFor(openId) });
  });

  afterAll(() => openId.close());

  async function begin(back = "/workspaces") {
    const answer = await handle(ask(`/sign-in/openid?return_to=${encodeURIComponent(back)}`));
    expect(answer.status).toBe(303);
    return { location: answer.headers.get("location") ?? "", cookie: cookieIn(answer) };
  }

  async function signIn(account: ProviderAccount, back?: string): Promise<Response> {
    const { location, cookie } = await begin(back);
    const returned = await openId.visit(location, account);
    return handle(ask(returned.slice(HOST.length), { headers: { cookie } }));
  }

  async function whoIs(answer: Response) {
    const me = await handle(ask("/api/v1/me", { headers: { cookie: cookieIn(answer) } }));
    return [me.status, me.status === 200 ? await me.json() : null];
  }

  const accountOf = (name: string, isVerified = true): ProviderAccount => ({
    subject: `${name}-${emailInIdToken}`,
    email: `${name}-${emailInIdToken}@people.example`,
    isVerified,
  });

  test("somebody invited signs in by their verified address, which accepts the invitation", async () => {
    const account = accountOf("ada");
    const id = await invite(account.email.toUpperCase());
    const answer = await signIn(account, "/workspaces/north");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/workspaces/north"]);
    expect(answer.headers.get("set-cookie")).toContain("SameSite=Lax");
    expect(await whoIs(answer)).toMatchObject([
      200,
      { actor: { kind: "user", id }, workspaces: [{ id: "north" }] },
    ]);
    const audited = await world.asOwner(
      "select detail from settled.audit_entries where action = 'member.accept' and target ->> 'id' = $1",
      [id],
    );
    expect(audited).toEqual([{ detail: { by: "openid" } }]);
    // From now on it is the subject that counts, whatever address they have.
    const moved = { ...account, email: "moved@elsewhere.example", isVerified: false };
    expect(await whoIs(await signIn(moved))).toMatchObject([200, { actor: { id } }]);
  });

  test("an address that is not verified proves nothing", async () => {
    const account = accountOf("bo", false);
    await invite(account.email);
    const answer = await signIn(account);
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([403, null]);
    expect(await answer.text()).toContain("not invited");
  });

  test("who was not invited gets no account", async () => {
    expect((await signIn(accountOf("stranger"))).status).toBe(403);
    const people = await world.asOwner("select from platform.people where email like 'stranger%'");
    expect(people).toEqual([]);
  });

  test("another account of the provider with the same address is somebody else", async () => {
    const account = accountOf("cy");
    await invite(account.email);
    expect((await signIn(account)).status).toBe(303);
    expect((await signIn({ ...account, subject: `${account.subject}-2` })).status).toBe(403);
  });

  test("the first such sign-in ends a password, and the sessions, that somebody else may have", async () => {
    const account = accountOf("dee");
    const id = await world.member({ role: "viewer", email: account.email });
    const other = await world.cookieOf(id);
    expect((await signIn(account)).status).toBe(303);
    expect((await handle(ask("/api/v1/me", { headers: { cookie: other } }))).status).toBe(401);
    const stored = await world.asOwner(
      "select has_password from platform.people where person_id = $1",
      [id],
    );
    expect(stored).toEqual([{ has_password: false }]);
  });

  test("a person who was disabled is not let in", async () => {
    const account = accountOf("eve");
    const id = await invite(account.email);
    await world.asOwner("update platform.people set disabled_at = now() where person_id = $1", [
      id,
    ]);
    expect((await signIn(account)).status).toBe(403);
  });

  test("an answer that belongs to no sign-in of this browser lets nobody in", async () => {
    const account = accountOf("fay");
    await invite(account.email);
    const one = await begin();
    const two = await begin();
    const returned = (await openId.visit(one.location, account)).slice(HOST.length);
    const tried = async (path: string, cookie: string) => {
      const answer = await handle(ask(path, { headers: { cookie } }));
      return [answer.status, answer.headers.get("set-cookie")];
    };
    expect(await tried(returned, "")).toEqual([400, null]);
    expect(await tried(returned, "__Host-settled_sign_in=eyJ9")).toEqual([400, null]);
    expect(await tried(returned, two.cookie)).toEqual([401, null]);
    expect(await tried(returned.replace(/state=[^&]+/, "state=other"), one.cookie)).toEqual([
      401,
      null,
    ]);
    expect(await tried(returned.replace(/code=[^&]+/, "code=other"), one.cookie)).toEqual([
      401,
      null,
    ]);
    expect((await tried(returned, one.cookie))[0]).toBe(303);
    // A code is good for one sign-in.
    expect(await tried(returned, one.cookie)).toEqual([401, null]);
  });

  test("an ID token for another sign-in of the same browser is refused by its nonce", async () => {
    const account = accountOf("gil");
    await invite(account.email);
    const { location, cookie } = await begin();
    const [name = "", value = ""] = cookie.split("=");
    const pending = JSON.parse(Buffer.from(value, "base64url").toString("utf8")) as object;
    const forged = Buffer.from(JSON.stringify({ ...pending, nonce: "another" })).toString(
      "base64url",
    );
    const returned = (await openId.visit(location, account)).slice(HOST.length);
    const answer = await handle(ask(returned, { headers: { cookie: `${name}=${forged}` } }));
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([401, null]);
  });

  test("who says no at the provider is told so, and can begin again", async () => {
    const { location, cookie } = await begin();
    const returned = await openId.visit(location, null);
    expect(returned).toContain("error=access_denied");
    const answer = await handle(ask(returned.slice(HOST.length), { headers: { cookie } }));
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('href="/sign-in"');
  });

  test.for(["//evil.example", "https://evil.example"])("%s is no way back", async (back) => {
    const account = accountOf("ada");
    expect((await signIn(account, back)).headers.get("location")).toBe("/console/");
  });
});

test("the sign-in offers the provider where one is set up", async () => {
  const nowhere = { issuer: "http://127.0.0.1:1", clientId: "c", clientSecret: "s" };
  const handle = world.handler({ settings: settingsFor(nowhere) });
  expect(await (await handle(ask("/sign-in"))).text()).toContain('href="/sign-in/openid?');
  const away = await handle(ask("/sign-in/openid"));
  expect(away.status).toBe(503);
  expect(await away.text()).toContain("cannot be reached");
  expect((await world.handle(ask("/sign-in/openid"))).status).toBe(404);
});

const PROVIDER = {
  SETTLED_PUBLIC_URL: "https://settled.example",
  SETTLED_OIDC_ISSUER: "https://op.example",
  SETTLED_OIDC_CLIENT_ID: "c",
  SETTLED_OIDC_CLIENT_SECRET: "s",
};

test.each<[string, NodeJS.ProcessEnv, RegExp]>([
  [
    "a provider in plain text elsewhere",
    { ...PROVIDER, SETTLED_OIDC_ISSUER: "http://op.example" },
    /https/,
  ],
  [
    "a host that only begins like this machine",
    { ...PROVIDER, SETTLED_OIDC_ISSUER: "http://127.0.0.1.evil.example" },
    /https/,
  ],
  ["a provider without a secret", { ...PROVIDER, SETTLED_OIDC_CLIENT_SECRET: "" }, /CLIENT_SECRET/],
  ["a provider without an address of ours", { ...PROVIDER, SETTLED_PUBLIC_URL: " " }, /PUBLIC_URL/],
  [
    "an address with a path",
    { SETTLED_PUBLIC_URL: "https://settled.example/app" },
    /without a path/,
  ],
  [
    "an address in plain text",
    { SETTLED_PUBLIC_URL: "http://settled.example" },
    /this machine alone/,
  ],
  ["scopes without openid", { ...PROVIDER, SETTLED_OIDC_SCOPES: "email" }, /openid/],
  ["proxies that cannot be counted", { SETTLED_TRUSTED_PROXIES: "all" }, /whole number/],
  ["a frame of everybody", { SETTLED_FRAME_ANCESTORS: "*" }, /'self'/],
  [
    "a frame with more to the policy",
    { SETTLED_FRAME_ANCESTORS: "https://a.example; script-src *" },
    /'self'/,
  ],
])("%s is refused before anything is served", (_what, env, words) => {
  expect(() => readServerSettings(env)).toThrow(words);
});

test("settings that are not set are the plain ones", () => {
  expect(readServerSettings({})).toEqual(PLAIN_SETTINGS);
  expect(readServerSettings({ SETTLED_TRUSTED_PROXIES: "" })).toEqual(PLAIN_SETTINGS);
  expect(readServerSettings(PROVIDER).openId).toEqual({
    issuer: "https://op.example",
    clientId: "c",
    clientSecret: "s",
    scopes: "openid email profile",
    redirectUrl: "https://settled.example/sign-in/openid/return",
  });
});
