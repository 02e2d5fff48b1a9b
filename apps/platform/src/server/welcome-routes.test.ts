import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asEnvironmentId, asWorkspaceId } from "settled";
import type { HttpHandler } from "settled/http";
import { addMember } from "../access/add-member.ts";
import { makeOwnerLink } from "../access/owner-link.ts";
import { ensureEnvironment } from "../store/environment.ts";
import {
  type AccessWorld,
  ask,
  cookieIn,
  NORTH,
  openAccessWorld,
  sendForm,
  SOUTH,
} from "./access-world.test-kit.ts";

const PASSWORD = "correct horse battery";
const OTHER = "another horse battery";
const BY = { kind: "operator", id: "tests", name: "Tests" } as const;

let world: AccessWorld;
let handle: HttpHandler;

beforeAll(async () => {
  world = await openAccessWorld();
});

beforeEach(() => {
  handle = world.handler();
});

afterAll(() => world.close());

/** Made as whoever owns the tables: a server may not. */
function ownerLink(): Promise<string> {
  const owner = {
    executeSql: async (text: string, values: readonly unknown[] = []) => ({
      rows: await world.asOwner(text, values),
    }),
  };
  return makeOwnerLink(owner).then(({ secret }) => secret);
}

async function invited(email: string, workspaceId = NORTH): Promise<string> {
  const input = { workspaceId, email, role: "operator", environmentIds: null, by: BY } as const;
  const added = await addMember(world.parts, input);
  if (added.kind === "refused") throw new Error(added.because);
  return added.invitation.secret;
}

function accept(token: string, password: string, name = "Ada", email = "ada@people.example") {
  return handle(sendForm("/welcome", { token, name, email, password }));
}

async function workspacesOf(answer: Response): Promise<readonly string[]> {
  const me = await handle(ask("/api/v1/me", { headers: { cookie: cookieIn(answer) } }));
  const { workspaces } = (await me.json()) as { workspaces: { id: string }[] };
  return workspaces.map(({ id }) => id);
}

test("a server cannot make a link for an owner", async () => {
  await expect(makeOwnerLink(world.platform.database)).rejects.toMatchObject({
    code: "permission_missing",
  });
});

test("the owner link makes its reader owner of what exists and of what is made later, once", async () => {
  const secret = await ownerLink();
  const form = await (await handle(ask(`/welcome?token=${secret}`))).text();
  expect(form).toContain('name="email"');
  const answer = await accept(secret, PASSWORD);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/console/"]);
  expect(await workspacesOf(answer)).toEqual(["north", "south"]);
  await ensureEnvironment(
    { executeSql: async (text, values) => ({ rows: await world.asOwner(text, values) }) },
    {
      workspaceId: asWorkspaceId("west"),
      workspaceName: "Workspace west",
      environmentId: asEnvironmentId("w"),
      environmentName: "W",
      provider: { kind: "folder", root: "/nowhere" },
    },
  );
  expect(await workspacesOf(answer)).toEqual(["north", "south", "west"]);
  expect((await accept(secret, OTHER)).status).toBe(410);
  const audited = await world.asOwner(
    "select workspace_id, actor ->> 'name' as name from settled.audit_entries where action = 'member.own_installation' order by workspace_id",
  );
  expect(audited).toEqual([
    { workspace_id: "north", name: "Ada" },
    { workspace_id: "south", name: "Ada" },
  ]);
});

test("a later owner link ends the one before, and lets back in who forgot their password", async () => {
  const first = await ownerLink();
  const before = await handle(
    sendForm("/sign-in", { email: "ada@people.example", password: PASSWORD }),
  );
  const second = await ownerLink();
  expect((await accept(first, OTHER)).status).toBe(410);
  expect((await accept(second, OTHER, "Ada", "ADA@people.example")).status).toBe(303);
  const old = await handle(ask("/api/v1/me", { headers: { cookie: cookieIn(before) } }));
  expect(old.status).toBe(401);
  const people = await world.asOwner(
    "select from platform.people where lower(email) = 'ada@people.example'",
  );
  expect(people).toHaveLength(1);
});

test.each([
  ["a name that is missing", { name: " " }, "Give your name."],
  ["no address", { email: "ada" }, "That is no e-mail address."],
  ["a short password", { password: "short" }, "at least 12 characters"],
  ["an endless password", { password: "x".repeat(257) }, "at most 256 characters"],
])("%s is told in the form, and the link still counts", async (_what, changed, words) => {
  const secret = await ownerLink();
  const fields = { token: secret, name: "Bo", email: "bo@people.example", password: PASSWORD };
  const answer = await handle(sendForm("/welcome", { ...fields, ...changed }));
  expect(answer.status).toBe(422);
  const text = await answer.text();
  expect(text).toContain(words);
  expect(text).not.toContain(PASSWORD);
  expect((await handle(ask(`/welcome?token=${secret}`))).status).toBe(200);
});

test("a link that has expired, or never was one, leads nowhere, and both look the same", async () => {
  const secret = await ownerLink();
  await world.asOwner(
    "update platform.one_time_links set expires_at = now() where used_at is null",
  );
  const expired = await handle(ask(`/welcome?token=${secret}`));
  const never = await handle(ask(`/welcome?token=${"A".repeat(43)}`));
  expect([expired.status, never.status]).toEqual([410, 410]);
  expect(await expired.text()).toBe(await never.text());
  expect((await accept(secret, PASSWORD)).status).toBe(410);
});

test("a link's secret is not in the database", async () => {
  const secret = await ownerLink();
  const rows = await world.asOwner(
    "select row_to_json(l)::text as text from platform.one_time_links l",
  );
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString("hex"));
});

test("guessing links is limited like guessing passwords", async () => {
  for (let tried = 0; tried < 30; tried += 1) await handle(ask("/welcome?token=wrong"));
  const refused = await handle(ask(`/welcome?token=${await ownerLink()}`));
  expect([refused.status, refused.headers.has("retry-after")]).toEqual([429, true]);
});

test("who was invited sees nothing before they accept, and then what they were invited to", async () => {
  const secret = await invited("new@people.example");
  const answer = await accept(secret, PASSWORD, "New");
  expect(answer.status).toBe(303);
  expect(await workspacesOf(answer)).toEqual(["north"]);
  expect((await accept(secret, PASSWORD)).status).toBe(410);
});

test("who has an account joins another workspace by their own password, and by no other", async () => {
  await accept(await invited("both@people.example"), PASSWORD, "Both");
  const secret = await invited("both@people.example", SOUTH);
  expect((await accept(secret, OTHER, "Mallory")).status).toBe(401);
  const form = await (await handle(ask(`/welcome?token=${secret}`))).text();
  expect(form).not.toContain('name="name"');
  const answer = await accept(secret, PASSWORD);
  expect(await workspacesOf(answer)).toEqual(["north", "south"]);
  const people = await world.asOwner(
    "select name from platform.people where email = 'both@people.example'",
  );
  expect(people).toEqual([{ name: "Both" }]);
});

test("whoever took up an account by one workspace's link gets into no other that invited its owner", async () => {
  const ofNorth = await invited("victim@people.example");
  const ofSouth = await invited("victim@people.example", SOUTH);
  const thief = await accept(ofNorth, "password of the thief");
  expect(await workspacesOf(thief)).toEqual(["north"]);
  // The real one cannot get in by a password that somebody else has set, but neither has the thief the south.
  expect((await accept(ofSouth, PASSWORD)).status).toBe(401);
});

test("a link sets no password for somebody who signs in through their organisation", async () => {
  const secret = await invited("oidc@people.example");
  await world.asOwner(
    "insert into platform.identities (issuer, subject, person_id) select 'https://op.example', 's', person_id from platform.people where email = 'oidc@people.example'",
  );
  expect((await accept(secret, PASSWORD)).status).toBe(409);
  const rows = await world.asOwner(
    "select has_password from platform.people where email = 'oidc@people.example'",
  );
  expect(rows).toEqual([{ has_password: false }]);
});

test("two who take up one link at the same moment are one member", async () => {
  const secret = await invited("race@people.example");
  const answers = await Promise.all([accept(secret, PASSWORD), accept(secret, OTHER)]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 410]));
});
