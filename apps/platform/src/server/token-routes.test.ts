import { afterAll, beforeAll, expect, test } from "vitest";
import { makeTokenSecret } from "../access/secret.ts";
import {
  type AccessWorld,
  ask,
  bearer,
  NORTH,
  openAccessWorld,
  OWN_REQUEST,
} from "./access-world.test-kit.ts";

const TOKENS = "/api/v1/workspaces/north/tokens";

let world: AccessWorld;
let cookie: string;

beforeAll(async () => {
  world = await openAccessWorld();
  cookie = await world.cookieOf(await world.member({ role: "owner" }));
});

afterAll(() => world.close());

async function asOwner(method: string, path: string, body?: unknown) {
  const headers = { cookie, ...OWN_REQUEST };
  const answer = await world.handle(ask(path, { method, body, headers }));
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

async function created(body: Record<string, unknown>): Promise<{ id: string; secret: string }> {
  const { status, json } = await asOwner("POST", TOKENS, { name: "CI", ...body });
  expect(status).toBe(201);
  return { id: json["id"] as string, secret: json["secret"] as string };
}

async function statusOf(secret: string, path: string): Promise<number> {
  return (await world.handle(ask(path, { headers: bearer(secret) }))).status;
}

test("a token's secret is told once, and cannot be had from the database", async () => {
  const { id, secret } = await created({ role: "operator", valid_days: 30 });
  expect(secret).toMatch(/^stl_[A-Za-z0-9_-]{49}$/);
  const { json } = await asOwner("GET", TOKENS);
  const listed = (json["tokens"] as Record<string, unknown>[]).find((token) => token["id"] === id);
  expect(listed).toMatchObject({
    name: "CI",
    prefix: secret.slice(0, 12),
    role: "operator",
    scopes: null,
    state: "valid",
    last_used_at: null,
    created_by: { kind: "user", name: "Person owner" },
  });
  expect(JSON.stringify(json)).not.toContain(secret.slice(12));
  const stored = await world.asOwner(
    "select row_to_json(t)::text as text from platform.service_tokens t union all select row_to_json(a)::text from settled.audit_entries a",
  );
  expect(JSON.stringify(stored)).not.toContain(secret.slice(12));
});

test("a token is its role or its scopes, in its workspace and environments", async () => {
  const viewer = await created({ role: "viewer", environment_ids: ["contoso"] });
  const look = (path: string) => statusOf(viewer.secret, `/api/v1/workspaces/${path}`);
  expect(await look("north/environments/contoso/reviews")).toBe(200);
  expect(await look("north/environments/fabrikam/reviews")).toBe(404);
  expect(await look("south/environments/contoso/reviews")).toBe(404);
  expect(await look("north/tokens")).toBe(403);
  const scoped = await created({ scopes: ["members.view"] });
  expect(await statusOf(scoped.secret, "/api/v1/workspaces/north/members")).toBe(200);
  expect(await statusOf(scoped.secret, "/api/v1/workspaces/north/runs")).toBe(403);
});

test("a token that is revoked or has expired is nobody, at once", async () => {
  const one = await created({ role: "owner" });
  const two = await created({ role: "owner" });
  expect(await statusOf(one.secret, TOKENS)).toBe(200);
  const revoked = await asOwner("DELETE", `${TOKENS}/${one.id}`);
  expect([revoked.status, revoked.json["state"]]).toEqual([200, "revoked"]);
  expect(await statusOf(one.secret, TOKENS)).toBe(401);
  const again = await asOwner("DELETE", `${TOKENS}/${one.id}`);
  expect(again.json["revoked_at"]).toBe(revoked.json["revoked_at"]);
  await world.asOwner("update platform.service_tokens set expires_at = now() where token_id = $1", [
    two.id,
  ]);
  expect(await statusOf(two.secret, TOKENS)).toBe(401);
  const audited = await world.asOwner(
    "select action from settled.audit_entries where target ->> 'id' = $1 order by sequence",
    [one.id],
  );
  expect(audited).toEqual([{ action: "token.create" }, { action: "token.revoke" }]);
});

test("when a token was used is noted, once a minute and not at each request", async () => {
  const { id, secret } = await created({ role: "viewer" });
  const used = async () =>
    (
      await world.asOwner(
        "select last_used_at, xmin::text from platform.service_tokens where token_id = $1",
        [id],
      )
    )[0];
  await statusOf(secret, "/api/v1/me");
  const first = await used();
  expect(first).toMatchObject({ last_used_at: expect.any(Date) });
  await statusOf(secret, "/api/v1/me");
  expect(await used()).toEqual(first);
  await world.asOwner(
    "update platform.service_tokens set last_used_at = now() - interval '2 minutes' where token_id = $1",
    [id],
  );
  await statusOf(secret, "/api/v1/me");
  expect(await used()).not.toEqual(first);
});

test.each([
  ["neither role nor scopes", { name: "T" }, "invalid_input"],
  ["both", { name: "T", role: "viewer", scopes: ["runs.view"] }, "invalid_input"],
  ["an unknown scope", { name: "T", scopes: ["everything"] }, "invalid_body"],
  ["no scope", { name: "T", scopes: [] }, "invalid_body"],
  ["no name", { name: " ", role: "viewer" }, "invalid_body"],
  ["more than a year", { name: "T", role: "viewer", valid_days: 367 }, "invalid_body"],
  [
    "an environment that is not there",
    { name: "T", role: "viewer", environment_ids: ["nowhere"] },
    "invalid_input",
  ],
])("%s makes no token", async (_what, body, code) => {
  const answer = await asOwner("POST", TOKENS, body);
  expect([answer.status, answer.json["code"]]).toEqual([422, code]);
});

test("a token makes none that may more than itself", async () => {
  const { secret } = await created({ scopes: ["tokens.manage", "runs.view"] });
  const make = async (body: unknown) =>
    (await world.handle(ask(TOKENS, { method: "POST", body, headers: bearer(secret) }))).status;
  expect(await make({ name: "T", scopes: ["runs.view"] })).toBe(201);
  expect(await make({ name: "T", scopes: ["runs.view", "audit.view"] })).toBe(403);
  expect(await make({ name: "T", role: "owner" })).toBe(403);
});

test("no token of the right shape is let in unless it was made here, and a mistyped one is not looked for", async () => {
  const handler = world.handler({
    tries: { windowS: 60, perAddressMax: 1_000, perAccountMax: 1_000, tokensPerAddressMax: 1_000 },
  });
  const { secret } = await world.tokenOf({ role: "owner", workspaceId: NORTH });
  const typos = Array.from(secret, (sign, at) => {
    return `${secret.slice(0, at)}${sign === "x" ? "y" : "x"}${secret.slice(at + 1)}`;
  });
  const others = Array.from({ length: 40 }, makeTokenSecret);
  for (const wrong of [...typos, ...others, `${secret} `.repeat(2), secret.toUpperCase(), ""]) {
    const answer = await handler(ask(TOKENS, { headers: { authorization: `Bearer ${wrong}` } }));
    expect([wrong, answer.status]).toEqual([wrong, 401]);
  }
  expect((await handler(ask(TOKENS, { headers: bearer(secret) }))).status).toBe(200);
});
