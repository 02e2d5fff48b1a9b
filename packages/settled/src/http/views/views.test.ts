import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSettled, type Settled } from "../../create-settled.ts";
import type { AccessPolicy } from "../../ports/access-policy.ts";
import { OWN_VIEWS_MAX } from "../../ports/saved-views.ts";
import { migrateDatabase } from "../../postgres/migrate.ts";
import type { Initiator } from "../../run/actor.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { createHttpHandler } from "../create-http-handler.ts";
import { CONTOSO, HOST, IDLE_ENGINE, MARIA, NORTH, reviewOperations } from "../http.test-kit.ts";
import type { SavedViewJson } from "./view-schema.ts";

const API = "/api/v1/workspaces/north/views";
const IVO: Initiator = { kind: "user", id: "u2", name: "Ivo Berg" };

let database: TestDatabase;
let settled: Settled;

beforeAll(async () => {
  database = await startTestDatabase();
  const { url: connectionString } = database;
  await migrateDatabase({ connectionString });
  const operations = reviewOperations(new Map());
  settled = createSettled({ postgres: { connectionString }, engine: IDLE_ENGINE, operations });
});
afterAll(async () => {
  await settled.close();
  await database.close();
});

interface Person {
  readonly actor: Initiator;
  readonly capabilities: readonly string[];
  readonly isNarrow?: boolean;
}

const OPERATOR: Person = { actor: MARIA, capabilities: ["runs.view", "views.share"] };
const VIEWER: Person = { actor: IVO, capabilities: ["runs.view"] };

function policyOf({ capabilities, isNarrow = false }: Person): AccessPolicy {
  const may = (capability: string) => capabilities.includes(capability);
  return {
    async check(_actor, capability, scope) {
      if (scope.workspaceId !== NORTH) return { kind: "hidden" };
      if (isNarrow && scope.environmentId !== CONTOSO) return { kind: "hidden" };
      return may(capability) ? { kind: "allowed" } : { kind: "forbidden", capability };
    },
    async reach(_actor, capability, workspaceId) {
      if (workspaceId !== NORTH) return { kind: "hidden" };
      if (!may(capability)) return { kind: "forbidden", capability };
      return isNarrow ? { kind: "environments", environmentIds: [CONTOSO] } : { kind: "workspace" };
    },
  };
}

async function send(by: Person, method: string, path: string, body?: unknown) {
  const handle = createHttpHandler({
    settled,
    resolveActor: async () => by.actor,
    policy: policyOf(by),
  });
  const answer = await handle(
    new Request(`${HOST}${path}`, {
      method,
      headers: { "content-type": "application/json", "settled-request": "1" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text) as SavedViewJson };
}

async function namesFor(by: Person): Promise<readonly string[]> {
  const { text } = await send(by, "GET", API);
  return (JSON.parse(text) as { views: SavedViewJson[] }).views.map(({ name }) => name);
}

const FAILED = { name: "Failed lately", query: "view=all&q=outcome%3Afailed" };

describe("saved views", () => {
  test("one's own is saved, seen by nobody else, changed and removed", async () => {
    const saved = await send(VIEWER, "POST", API, FAILED);
    expect(saved).toMatchObject({ status: 201, body: { ...FAILED, shared: false, own: true } });
    const own = `${API}/${saved.body.id}`;
    expect(await namesFor(VIEWER)).toEqual(["Failed lately"]);
    expect(await namesFor(OPERATOR)).toEqual([]);
    const strange = await send(OPERATOR, "PATCH", own, { name: "Mine" });
    const absent = await send(OPERATOR, "PATCH", `${API}/${crypto.randomUUID()}`, { name: "Mine" });
    expect([strange.status, strange.text]).toEqual([404, absent.text]);
    expect((await send(VIEWER, "PATCH", own, { name: "Failed" })).body.name).toBe("Failed");
    expect((await send(VIEWER, "DELETE", own)).status).toBe(200);
    expect(await namesFor(VIEWER)).toEqual([]);
  });

  test("a shared one is everybody's to see and only some people's to change", async () => {
    const refused = await send(VIEWER, "POST", API, { ...FAILED, shared: true });
    expect(refused).toMatchObject({ status: 403, body: { capability: "views.share" } });
    const { body: shared } = await send(OPERATOR, "POST", API, { ...FAILED, shared: true });
    const path = `${API}/${shared.id}`;
    expect(await namesFor(VIEWER)).toEqual(["Failed lately"]);
    expect((await send(VIEWER, "PATCH", path, { shared: false })).status).toBe(403);
    expect((await send(VIEWER, "DELETE", path)).status).toBe(403);
    const other: Person = { ...OPERATOR, actor: { ...IVO, id: "u3" } };
    expect((await send(other, "PATCH", path, { name: "Failures" })).body).toMatchObject({
      own: false,
      owner: MARIA,
    });
    expect((await send(other, "DELETE", path)).status).toBe(200);
  });

  test("who sees single environments has their own views and no shared ones", async () => {
    const narrow: Person = { ...OPERATOR, actor: { ...IVO, id: "u4" }, isNarrow: true };
    const { body: shared } = await send(OPERATOR, "POST", API, { ...FAILED, shared: true });
    expect((await send(narrow, "POST", API, { ...FAILED, name: "Own" })).status).toBe(201);
    expect(await namesFor(narrow)).toEqual(["Own"]);
    expect((await send(narrow, "DELETE", `${API}/${shared.id}`)).status).toBe(404);
    expect((await send(narrow, "POST", API, { ...FAILED, shared: true })).status).toBe(403);
  });

  test("nobody has them without seeing runs, and another workspace has others", async () => {
    const nobody: Person = { actor: IVO, capabilities: [] };
    expect((await send(nobody, "GET", API)).status).toBe(403);
    expect((await send(OPERATOR, "GET", "/api/v1/workspaces/south/views")).status).toBe(404);
  });

  test("there are never more than a person may have", async () => {
    const busy: Person = { ...VIEWER, actor: { ...IVO, id: "u5" } };
    for (let made = 0; made < OWN_VIEWS_MAX; made += 1) {
      expect((await send(busy, "POST", API, FAILED)).status).toBe(201);
    }
    const more = await send(busy, "POST", API, FAILED);
    expect(more).toMatchObject({ status: 409, body: { code: "too_many_views" } });
  });

  test("each change is written down, and what is a person's own is not told", async () => {
    const { body: own } = await send(OPERATOR, "POST", API, { ...FAILED, name: "My secret list" });
    await send(OPERATOR, "PATCH", `${API}/${own.id}`, { shared: true, name: "Our list" });
    await send(OPERATOR, "DELETE", `${API}/${own.id}`);
    const { records } = await settled.audit.listAudit({
      workspaceId: NORTH,
      filter: { targetId: own.id },
      after: null,
      limit: 10,
    });
    expect(records.map(({ action, target }) => [action, target.name])).toEqual([
      ["view.remove", "Our list"],
      ["view.change", "Our list"],
      ["view.save", null],
    ]);
    expect(JSON.stringify(records)).not.toContain("My secret list");
  });
});
