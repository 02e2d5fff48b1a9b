import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AccessWorld,
  ask,
  BOOTSTRAP,
  bearer,
  FABRIKAM,
  HOST,
  NORTH,
  openAccessWorld,
  OWN_REQUEST,
  SOUTH,
} from "./access-world.test-kit.ts";

const MEMBERS = "/api/v1/workspaces/north/members";

let world: AccessWorld;
let owner: string;
let ownerCookie: string;

beforeAll(async () => {
  world = await openAccessWorld();
  owner = await world.member({ role: "owner", email: "owner@people.example" });
  ownerCookie = await world.cookieOf(owner);
});

afterAll(() => world.close());

async function asOwner(method: string, path: string, body?: unknown) {
  const headers = { cookie: ownerCookie, ...OWN_REQUEST };
  const answer = await world.handle(ask(path, { method, body, headers }));
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown>, answer };
}

async function rolesNow(): Promise<Readonly<Record<string, unknown>>> {
  const { json } = await asOwner("GET", MEMBERS);
  const members = json["members"] as { email: string; role: string }[];
  return Object.fromEntries(members.map(({ email, role }) => [email, role]));
}

async function audited(action: string): Promise<readonly unknown[]> {
  return world.asOwner(
    "select actor ->> 'id' as by, actor ->> 'requestId' as request, target ->> 'name' as name, detail from settled.audit_entries where action = $1 and workspace_id = 'north' order by sequence desc limit 1",
    [action],
  );
}

test("an owner invites a person, who is told of by a link and written down", async () => {
  const body = { email: "new@people.example", role: "viewer", environment_ids: ["fabrikam"] };
  const { status, json, answer } = await asOwner("POST", MEMBERS, body);
  expect(status).toBe(201);
  expect(json).toMatchObject({ ...body, state: "invited", accepted_at: null, name: body.email });
  expect(answer.headers.get("location")).toBe(`${MEMBERS}/${String(json["id"])}`);
  const { url } = json["invitation"] as { url: string };
  expect(url.startsWith(`${HOST}/welcome?token=`)).toBe(true);
  expect(await audited("member.add")).toEqual([
    {
      by: owner,
      request: answer.headers.get("x-request-id"),
      name: body.email,
      detail: { role: "viewer", environment_ids: ["fabrikam"] },
    },
  ]);
  const stored = await world.asOwner("select row_to_json(a)::text from settled.audit_entries a");
  expect(JSON.stringify(stored)).not.toContain(url.split("token=")[1]);
});

test.each([
  [
    "the same address again",
    { email: "OWNER@people.example", role: "viewer" },
    409,
    "already_member",
  ],
  [
    "an environment that is not there",
    { email: "a@b.example", role: "viewer", environment_ids: ["nowhere"] },
    422,
    "invalid_input",
  ],
  [
    "an owner of one environment",
    { email: "a@b.example", role: "owner", environment_ids: ["fabrikam"] },
    422,
    "invalid_input",
  ],
  ["an unknown role", { email: "a@b.example", role: "admin" }, 422, "invalid_body"],
  ["no address", { email: "a", role: "viewer" }, 422, "invalid_body"],
  [
    "a member too much",
    { email: "a@b.example", role: "viewer", password: "x" },
    422,
    "invalid_body",
  ],
  ["no body", undefined, 415, "unsupported_media_type"],
])("%s is refused, and nobody is added", async (_what, body, status, code) => {
  const before = await rolesNow();
  const answer = await asOwner("POST", MEMBERS, body);
  expect([answer.status, answer.json["code"]]).toEqual([status, code]);
  expect(await rolesNow()).toEqual(before);
});

test("another role counts at once, and ends the member's sessions", async () => {
  const person = await world.member({ role: "viewer", email: "change@people.example" });
  const cookie = await world.cookieOf(person);
  const changed = await asOwner("PATCH", `${MEMBERS}/${person}`, { role: "operator" });
  expect([changed.status, changed.json["role"], changed.json["environment_ids"]]).toEqual([
    200,
    "operator",
    null,
  ]);
  expect((await world.handle(ask("/api/v1/me", { headers: { cookie } }))).status).toBe(401);
  const narrowed = await asOwner("PATCH", `${MEMBERS}/${person}`, { environment_ids: [FABRIKAM] });
  expect(narrowed.json).toMatchObject({ role: "operator", environment_ids: [FABRIKAM] });
  expect(await audited("member.change")).toMatchObject([
    {
      by: owner,
      detail: { environment_ids: [FABRIKAM], before: { role: "operator", environment_ids: null } },
    },
  ]);
});

test("a workspace keeps an owner, whatever is asked and however many ask at once", async () => {
  const own = `${MEMBERS}/${owner}`;
  expect((await asOwner("DELETE", own)).json["code"]).toBe("last_owner");
  expect((await asOwner("PATCH", own, { role: "viewer" })).json["code"]).toBe("last_owner");
  // Somebody who was invited and never came is no owner who could act.
  await asOwner("POST", MEMBERS, { email: "never@people.example", role: "owner" });
  expect((await asOwner("DELETE", own)).json["code"]).toBe("last_owner");
  const second = await world.member({ role: "owner", email: "second@people.example" });
  const remove = (id: string) =>
    world.handle(ask(`${MEMBERS}/${id}`, { method: "DELETE", headers: bearer(BOOTSTRAP) }));
  const answers = await Promise.all([remove(owner), remove(second)]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  const owners = await world.asOwner(
    "select person_id from platform.memberships where workspace_id = 'north' and role = 'owner' and accepted_at is not null",
  );
  expect(owners).toHaveLength(1);
  // Whoever is left goes on for the tests below.
  owner = (owners[0] as { person_id: string }).person_id;
  ownerCookie = await world.cookieOf(owner);
});

test("who is taken out is out at once, and forgotten where they are nowhere else", async () => {
  const person = await world.member({ role: "operator", email: "gone@people.example" });
  const cookie = await world.cookieOf(person);
  const removed = await asOwner("DELETE", `${MEMBERS}/${person}`);
  expect([removed.status, removed.json["email"]]).toEqual([200, "gone@people.example"]);
  expect((await world.handle(ask("/api/v1/me", { headers: { cookie } }))).status).toBe(401);
  expect(await world.asOwner("select from platform.people where person_id = $1", [person])).toEqual(
    [],
  );
  expect(await audited("member.remove")).toMatchObject([{ name: "Person operator" }]);
  expect((await asOwner("DELETE", `${MEMBERS}/${person}`)).status).toBe(404);
});

test("who is a member elsewhere loses this workspace and keeps the other", async () => {
  const email = "two@people.example";
  const person = await world.member({ role: "viewer", email });
  await world.member({ role: "viewer", email, workspaceId: SOUTH });
  const cookie = await world.cookieOf(person);
  await asOwner("DELETE", `${MEMBERS}/${person}`);
  const look = async (workspace: string) => {
    const path = `/api/v1/workspaces/${workspace}/environments`;
    return (await world.handle(ask(path, { headers: { cookie } }))).status;
  };
  expect([await look("north"), await look("south")]).toEqual([404, 200]);
});

test("a new link ends the one before; who has accepted needs none", async () => {
  const { json } = await asOwner("POST", MEMBERS, {
    email: "again@people.example",
    role: "viewer",
  });
  const again = await asOwner("POST", `${MEMBERS}/${String(json["id"])}:invite`);
  expect(again.status).toBe(200);
  const open = async (invitation: unknown) => {
    const { url } = invitation as { url: string };
    return (await world.handle(ask(url.slice(HOST.length)))).status;
  };
  expect([await open(json["invitation"]), await open(again.json["invitation"])]).toEqual([
    410, 200,
  ]);
  expect((await asOwner("POST", `${MEMBERS}/${owner}:invite`)).json["code"]).toBe(
    "already_accepted",
  );
});

test("a member of another workspace is not there", async () => {
  const foreign = await world.member({ role: "viewer", workspaceId: SOUTH });
  for (const [method, path, body] of [
    ["PATCH", `${MEMBERS}/${foreign}`, { role: "owner" }],
    ["DELETE", `${MEMBERS}/${foreign}`, undefined],
    ["POST", `${MEMBERS}/${foreign}:invite`, undefined],
    ["DELETE", `${MEMBERS}/not-an-id`, undefined],
  ] as const) {
    expect([path, (await asOwner(method, path, body)).status]).toEqual([path, 404]);
  }
  const roles = await world.asOwner("select role from platform.memberships where person_id = $1", [
    foreign,
  ]);
  expect(roles).toEqual([{ role: "viewer" }]);
});

test("nobody gives what they do not have", async () => {
  const secret = await scopedToken(["members.manage"]);
  const add = (role: string) =>
    world.handle(
      ask(MEMBERS, {
        method: "POST",
        body: { email: "x@people.example", role },
        headers: bearer(secret),
      }),
    );
  const refused = await add("customer");
  expect([refused.status, await refused.json()]).toMatchObject([
    403,
    { capability: "published.view" },
  ]);
  expect((await add("owner")).status).toBe(403);
});

async function scopedToken(scopes: readonly string[]): Promise<string> {
  const created = await asOwner("POST", "/api/v1/workspaces/north/tokens", { name: "T", scopes });
  expect(created.status).toBe(201);
  return created.json["secret"] as string;
}

test("the server sees people of the workspace that it names, and no password of anybody", async () => {
  const on = world.platform.database;
  const seen = await on.inWorkspace(SOUTH).executeSql("select person_id from platform.people");
  const members = await world.asOwner(
    "select person_id from platform.memberships where workspace_id = 'south'",
  );
  expect(seen.rows.length).toBe(members.length);
  expect((await on.executeSql("select person_id from platform.people")).rows).toEqual([]);
  for (const text of [
    "select password_hash from platform.people",
    "select secret_hash from platform.service_tokens",
    "select * from platform.sessions",
    "select * from platform.one_time_links",
    "select * from platform.identities",
    "update platform.people set owns_installation = true",
  ]) {
    const refused = on.inWorkspace(NORTH).executeSql(text);
    await expect(refused).rejects.toMatchObject({ code: "permission_missing" });
  }
});

test("who has one environment of a workspace is told of one, and not how many there are", async () => {
  const narrow = await world.member({ role: "viewer", environmentIds: [FABRIKAM] });
  const countFor = async (person: string) => {
    const headers = { cookie: await world.cookieOf(person) };
    const answer = await world.handle(ask("/api/v1/workspaces", { headers }));
    return answer.json();
  };
  expect(await countFor(narrow)).toMatchObject({ workspaces: [{ id: "north", environments: 1 }] });
  expect(await countFor(owner)).toMatchObject({ workspaces: [{ id: "north", environments: 2 }] });
});
