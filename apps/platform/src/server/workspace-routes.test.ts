import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AccessWorld,
  ask,
  BOOTSTRAP,
  bearer,
  CONTOSO,
  openAccessWorld,
  OWN_REQUEST,
} from "./access-world.test-kit.ts";

const WORKSPACE = "/api/v1/workspaces/north";

let world: AccessWorld;
let owner: string;
let ownerCookie: string;

beforeAll(async () => {
  world = await openAccessWorld();
  owner = await world.member({ role: "owner" });
  ownerCookie = await world.cookieOf(owner);
});

afterAll(() => world.close());

async function change(cookie: string, body: unknown) {
  const headers = { cookie, ...OWN_REQUEST };
  const answer = await world.handle(ask(WORKSPACE, { method: "PATCH", body, headers }));
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

type Zones = Readonly<Record<string, string | null>>;

async function zonesIn(path: string, headers: Readonly<Record<string, string>>): Promise<Zones> {
  const answer = await world.handle(ask(path, { headers }));
  const { workspaces } = (await answer.json()) as {
    readonly workspaces: readonly { readonly id: string; readonly time_zone: string | null }[];
  };
  return Object.fromEntries(workspaces.map(({ id, time_zone: zone }) => [id, zone]));
}

async function audited(): Promise<readonly unknown[]> {
  return world.asOwner(
    "select actor ->> 'id' as by, target, detail from settled.audit_entries where action = 'workspace.change' and workspace_id = 'north' order by sequence",
  );
}

test("a workspace tells its times in the zone that its owner chose, and that was written down once", async () => {
  expect(await zonesIn("/api/v1/me", { cookie: ownerCookie })).toEqual({ north: null });
  const set = await change(ownerCookie, { time_zone: "europe/berlin" });
  expect(set).toEqual({
    status: 200,
    json: { id: "north", name: "Workspace north", time_zone: "Europe/Berlin" },
  });
  expect((await change(ownerCookie, { time_zone: "Europe/Berlin" })).status).toBe(200);
  expect(await audited()).toEqual([
    {
      by: owner,
      target: { type: "workspace", id: "north", name: "Workspace north" },
      detail: { time_zone: "Europe/Berlin", before: { time_zone: null } },
    },
  ]);
});

test("whoever is in the workspace is told its zone, and nobody that of another", async () => {
  await change(ownerCookie, { time_zone: "Asia/Kolkata" });
  const viewer = await world.member({ role: "viewer", environmentIds: [CONTOSO] });
  const token = await world.tokenOf({ role: "viewer" });
  for (const headers of [{ cookie: await world.cookieOf(viewer) }, bearer(token.secret)]) {
    expect(await zonesIn("/api/v1/me", headers)).toEqual({ north: "Asia/Kolkata" });
    expect(await zonesIn("/api/v1/workspaces", headers)).toEqual({ north: "Asia/Kolkata" });
  }
  expect(await zonesIn("/api/v1/me", bearer(BOOTSTRAP))).toEqual({
    north: "Asia/Kolkata",
    south: null,
  });
});

test("a zone is taken back, too", async () => {
  await change(ownerCookie, { time_zone: "UTC" });
  expect((await change(ownerCookie, { time_zone: null })).json).toMatchObject({ time_zone: null });
  expect(await zonesIn("/api/v1/me", { cookie: ownerCookie })).toEqual({ north: null });
});

test.each([
  ["a zone that nobody knows", { time_zone: "Mars/Olympus_Mons" }, "invalid_input"],
  ["an offset", { time_zone: "+02:00" }, "invalid_input"],
  ["no zone at all", {}, "invalid_body"],
  ["something else, too", { time_zone: "UTC", name: "Mine" }, "invalid_body"],
])("%s changes nothing", async (_name, body, code) => {
  await change(ownerCookie, { time_zone: "Europe/Berlin" });
  const refused = await change(ownerCookie, body);
  expect(refused).toMatchObject({ status: 422, json: { code } });
  expect(await zonesIn("/api/v1/me", { cookie: ownerCookie })).toEqual({ north: "Europe/Berlin" });
});

test("a wrong zone is told at its place", async () => {
  const { json } = await change(ownerCookie, { time_zone: "Mars/Olympus_Mons" });
  expect(json["errors"]).toEqual([
    { pointer: "/time_zone", detail: "There is no time zone of this name." },
  ]);
});

test("an operator does not choose it, and is told the right", async () => {
  const operator = await world.member({ role: "operator" });
  const refused = await change(await world.cookieOf(operator), { time_zone: "UTC" });
  expect(refused).toMatchObject({ status: 403, json: { capability: "workspace.manage" } });
});
