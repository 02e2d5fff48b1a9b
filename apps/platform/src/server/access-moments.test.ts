import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asEnvironmentId, asWorkspaceId, type Clock } from "settled";
import { createActorFinder } from "../access/find-actor.ts";
import { createTryLimits } from "../access/try-limits.ts";
import { endSessions } from "../store/session-store.ts";
import {
  type AccessWorld,
  ask,
  bearer,
  BOOTSTRAP,
  CONTOSO,
  HOST,
  NORTH,
  openAccessWorld,
  SOUTH,
} from "./access-world.test-kit.ts";
import { openAccess } from "./platform-handler.ts";

let world: AccessWorld;

beforeAll(async () => {
  world = await openAccessWorld();
});

afterAll(() => world.close());

function clockOf() {
  let ms = 0;
  const clock: Clock = { nowMs: () => ms, sleep: () => Promise.resolve() };
  return { clock, wait: (byMs: number) => void (ms += byMs) };
}

describe("an answer that takes long", () => {
  test("is given by the rights of its moment, and not of its beginning", async () => {
    const { clock, wait } = clockOf();
    const access = openAccess({ platform: world.platform, token: null, clock });
    const person = await world.member({ role: "viewer" });
    const cookie = await world.cookieOf(person);
    const actor = await access.actors.resolveActor(ask("/", { headers: { cookie } }));
    if (actor === null) throw new Error("nobody");
    const scope = { workspaceId: NORTH, environmentId: CONTOSO };
    const may = () => access.policy.check(actor, "runs.view", scope);
    expect(await may()).toEqual({ kind: "allowed" });
    await endSessions(world.platform.database, { kind: "person", personId: person });
    expect(await may()).toEqual({ kind: "allowed" });
    wait(5_001);
    expect(await may()).toEqual({ kind: "hidden" });
    expect(await access.policy.reach?.(actor, "runs.view", NORTH)).toEqual({ kind: "hidden" });
  });

  test("of a request never gives another one what it was given", async () => {
    const { clock } = clockOf();
    const access = openAccess({ platform: world.platform, token: null, clock });
    const token = await world.tokenOf({ role: "viewer" });
    const request = ask("/", { headers: bearer(token.secret) });
    const first = await access.actors.resolveActor(request);
    await world.asOwner(
      "update platform.service_tokens set revoked_at = now() where token_id = $1",
      [token.id],
    );
    expect(first).toMatchObject({ kind: "service", id: token.id });
    expect(await access.actors.resolveActor(request)).toBeNull();
    // Somebody who only looks like an actor of ours is nobody.
    const copy = { ...first, kind: "service" as const, id: token.id, name: "A token" };
    expect(await access.actors.rightsOf(copy)).toEqual({ kind: "grants", grants: [] });
  });
});

test("hidden and absent things cost the same statements, so that time tells nothing", async () => {
  const seen: string[] = [];
  const { database } = world.platform;
  const noted = (on: { executeSql: typeof database.executeSql }): typeof database => ({
    ...database,
    executeSql: (text, values) => {
      seen.push(text);
      return on.executeSql(text, values);
    },
  });
  const counted = {
    ...noted(database),
    inWorkspace: (id: typeof NORTH) => noted(database.inWorkspace(id)),
  };
  const handle = world.handler({ platform: { ...world.platform, database: counted } });
  const everywhere = await world.cookieOf(await world.member({ role: "viewer" }));
  const narrow = await world.cookieOf(
    await world.member({ role: "viewer", environmentIds: [CONTOSO] }),
  );
  const costOf = async (cookie: string, path: string) => {
    seen.length = 0;
    const answer = await handle(ask(`/api/v1/workspaces/${path}`, { headers: { cookie } }));
    expect(answer.status).toBe(404);
    return [...seen];
  };
  for (const [cookie, hidden, absent] of [
    [everywhere, "south/environments", "nowhere/environments"],
    [everywhere, "south/members", "nowhere/members"],
    [narrow, "north/environments/fabrikam/reviews", "north/environments/nowhere/reviews"],
    [narrow, "south/environments/contoso/reviews", "nowhere/environments/contoso/reviews"],
  ] as const) {
    const cost = await costOf(cookie, hidden);
    expect(cost.length).toBeGreaterThan(0);
    expect([hidden, await costOf(cookie, absent)]).toEqual([hidden, cost]);
  }
});

test.each([
  "//api/v1/workspaces",
  "/api/v1//workspaces",
  "/api/v1/workspaces/",
  "/api/v1/workspaces;/",
  "/api/v1/workspaces%2f",
  "/api/v1/%77orkspaces",
  "/health/live/../../api/v1/workspaces",
  "/health/live/%2e%2e/%2e%2e/api/v1/workspaces",
  "/health/live;/api/v1/workspaces",
  "/health/live%2f..%2f..%2fapi/v1/workspaces",
  "/sign-in/../api/v1/workspaces",
  "/sign-in/openid/return/..%2f..%2f..%2fworkspaces/north",
  "/workspaces/north/environments/..%2fhealth",
  "/api/v1/workspaces?/health/live",
  "/api/v1/workspaces/north/members#/health/live",
])("the address %j leads nobody in", async (path) => {
  for (const headers of [
    {},
    { "x-original-url": "/health/live", "x-rewrite-url": "/health/live" },
  ]) {
    const answer = await world.handle(new Request(`${HOST}${path}`, { headers }));
    expect([path, [303, 401, 404].includes(answer.status)]).toEqual([path, true]);
    expect(await answer.text()).not.toContain("Workspace north");
  }
});

test("ten thousand wrong tokens of the right shape find nothing, and none is compared letter by letter", async () => {
  const { secret } = await world.tokenOf({ role: "owner", workspaceId: SOUTH });
  const asked: unknown[] = [];
  const finder = createActorFinder({
    database: {
      executeSql: (_text, values = []) => {
        asked.push(values[0]);
        return Promise.resolve({ rows: [] });
      },
    },
    bootstrapToken: BOOTSTRAP,
    clock: clockOf().clock,
    tokenTries: createTryLimits().ofTokens,
    addressOf: () => "anywhere",
  });
  for (let tried = 0; tried < 10_000; tried += 1) {
    const typo = `${secret.slice(0, 20)}${String(tried).padStart(5, "0")}${secret.slice(25)}`;
    const actor = await finder.resolveActor(ask("/", { headers: bearer(typo) }));
    expect(actor).toBeNull();
  }
  // Mistyped ones are seen by their last letters; what does reach the database is a hash of all of it.
  expect(asked.length).toBeLessThan(5);
  expect(asked.every((hash) => Buffer.isBuffer(hash) && hash.length === 32)).toBe(true);
});

test("an environment that is not there is hidden from whoever has every one", async () => {
  const access = openAccess({ platform: world.platform, token: BOOTSTRAP });
  const actor = await access.actors.resolveActor(ask("/", { headers: bearer(BOOTSTRAP) }));
  if (actor === null) throw new Error("nobody");
  const scope = { workspaceId: NORTH, environmentId: asEnvironmentId("nowhere") };
  expect(await access.policy.check(actor, "runs.view", scope)).toEqual({ kind: "hidden" });
  const elsewhere = { workspaceId: asWorkspaceId("nowhere"), environmentId: null };
  expect(await access.policy.check(actor, "runs.view", elsewhere)).toEqual({ kind: "hidden" });
});
