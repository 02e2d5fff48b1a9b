import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ActorExchange, createHttpHandler, jsonAnswer, type Route } from "settled/http";
import { CAPABILITIES } from "../access/capabilities.ts";
import { CAPABILITIES_OF, type Role } from "../access/roles.ts";
import {
  look,
  type MatrixActor,
  type MatrixWorld,
  NOBODY,
  openMatrixWorld,
  type PathParts,
} from "./access-matrix.test-kit.ts";
import { MOVED_PAGES } from "./moved-pages.ts";
import { openAccess } from "./platform-handler.ts";
import { TOKEN } from "./served-world.test-kit.ts";

/** Routes whose capability depends on what the path names: here, with what the path names in this test. */
const BY_PATH: Readonly<Record<string, string>> = { startRun: "snapshots.capture" };

let matrix: MatrixWorld;
let own: PathParts;
let foreign: PathParts;

beforeAll(async () => {
  matrix = await openMatrixWorld();
  own = await matrix.partsIn("north");
  foreign = await matrix.partsIn("south");
});

afterAll(() => matrix.close());

/** What a route says that it needs. One that says nothing is open to be forgotten, and fails. */
function capabilityOf(route: Route): string | null {
  const said = route.operation === undefined ? route.capability : route.operation.capability;
  if (said === undefined) throw new Error(`${nameOf(route)} does not say what it needs.`);
  return said ?? BY_PATH[route.operation?.id ?? ""] ?? null;
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

function has(role: Role, capability: string | null): boolean {
  return capability === null || CAPABILITIES_OF[role].some((given) => given === capability);
}

/** Whether everything that the path names is there. */
function isWhole(route: Route, parts: PathParts): boolean {
  const names = [...route.path.matchAll(/\/:([a-z_]+)/gi)].map(([, name = ""]) => name);
  return names.every((name) => parts[name] !== undefined);
}

/** What was seen that must not be, in words; nothing = all is well. */
type Findings = string[];

async function examineOwn(
  route: Route,
  actor: MatrixActor,
  handle = matrix.handle,
): Promise<Findings> {
  const capability = capabilityOf(route);
  // Some routes take away what their path names.
  const parts = { ...own, ...(route.method === "DELETE" ? await matrix.partsIn("north") : {}) };
  const sight = await look(handle, route, { parts, by: actor.everywhere });
  if (has(actor.role, capability)) {
    if ([401, 403].includes(sight.status)) return [`${sight.status} for whoever may`];
    if (sight.status === 404 && isWhole(route, parts)) return ["404 for what is there"];
    return sight.status >= 500 ? [`${sight.status}`] : [];
  }
  if (sight.status !== 403) return [`${sight.status} without ${capability}`];
  if (route.surface === "page") return [];
  const { capability: missing } = JSON.parse(sight.text) as { capability?: string };
  const isMissing = CAPABILITIES.some((known) => known === missing && !has(actor.role, known));
  return isMissing ? [] : [`the refusal names ${missing}`];
}

/** Whether it does nothing but lead on, to where access is asked for. */
function leadsOn({ path }: Route): boolean {
  return MOVED_PAGES.some((moved) => moved.path === path);
}

/** What leads on says the same to everybody and of everything, but for the names that it was asked with. */
async function examineLeading(
  route: Route,
  by: MatrixActor["everywhere"],
  handle: MatrixWorld["handle"],
): Promise<Findings> {
  const seen = async (parts: PathParts) => {
    const { status, headers, text } = await look(handle, route, { parts, by });
    const names = Object.entries(parts).flatMap(([name, part]) =>
      ["/", "="].map((before) => [`${before}${part}`, `${before}:${name}`] as const),
    );
    const place = (value: string) =>
      names.reduce((left, [part, name]) => left.replaceAll(part, name), value);
    return { status, headers: headers.map(([name, value]) => [name, place(value)]), text };
  };
  const absent = { workspace: "nowhere", environment: "nobody" };
  const nothing = { ...absent, review: "no-review", snapshot: "no-snapshot" };
  const there = await seen(own);
  return [
    ...same(there, await seen(foreign)),
    ...same(there, await seen({ ...own, ...nothing })),
    ...(there.status === 303 && there.text === "" ? [] : [`${there.status} for what leads on`]),
  ];
}

async function examineOther(
  route: Route,
  actor: MatrixActor,
  handle = matrix.handle,
): Promise<Findings> {
  if (!route.path.includes(":workspace")) return [];
  if (leadsOn(route)) return examineLeading(route, actor.everywhere, handle);
  const by = actor.everywhere;
  const hidden = await look(handle, route, { parts: foreign, by });
  const absent = await look(handle, route, { parts: { ...foreign, workspace: "nowhere" }, by });
  return [
    ...same(hidden, absent),
    ...(hidden.status === 404 ? [] : [`${hidden.status} elsewhere`]),
  ];
}

async function examineNarrow(
  route: Route,
  actor: MatrixActor,
  handle = matrix.handle,
): Promise<Findings> {
  if (!route.path.includes(":workspace")) return [];
  if (leadsOn(route)) return examineLeading(route, actor.inFabrikam, handle);
  const by = actor.inFabrikam;
  const hidden = await look(handle, route, { parts: own, by });
  if (route.path.includes("/:environment")) {
    const absent = await look(handle, route, { parts: { ...own, environment: "nowhere" }, by });
    return [
      ...same(hidden, absent),
      ...(hidden.status === 404 ? [] : [`${hidden.status} next door`]),
    ];
  }
  if (route.path.includes("/:run")) {
    const run = "01900000-0000-7000-8000-000000000000";
    const absent = await look(handle, route, { parts: { ...own, run }, by });
    return [...same(hidden, absent), ...(hidden.status < 400 ? ["a run of next door"] : [])];
  }
  if (hidden.status >= 400) return [];
  const named = [own["run"], own["review"], own["snapshot"], "/environments/contoso", '"contoso"'];
  return named
    .filter((id) => id !== undefined && hidden.text.includes(id))
    .map((id) => `tells of ${id}`);
}

async function examineStranger(route: Route): Promise<Findings> {
  const findings: Findings = [];
  for (const [name, by] of Object.entries({
    nobody: NOBODY,
    expired: matrix.expired,
    revoked: matrix.revoked,
  })) {
    const here = await look(matrix.handle, route, { parts: own, by });
    const there = await look(matrix.handle, route, {
      parts: { ...own, run: "absent", review: "absent" },
      by,
    });
    const expected = route.surface === "api" ? 401 : 303;
    if (here.status !== expected) findings.push(`${here.status} for ${name}`);
    if (route.surface === "api") findings.push(...same(here, there));
  }
  return findings;
}

function same(one: unknown, other: unknown): Findings {
  return JSON.stringify(one) === JSON.stringify(other)
    ? []
    : [`${JSON.stringify(one)} is not ${JSON.stringify(other)}`];
}

const PLACES = [
  ["the own workspace", examineOwn],
  ["another workspace", examineOther],
  ["another environment", examineNarrow],
] as const;

describe("every address, for every role, in every place", () => {
  test("each says what it needs, and nothing that is not in the closed table", () => {
    expect(matrix.routes.length).toBeGreaterThan(45);
    for (const route of matrix.routes) {
      if (route.access === "open") continue;
      const capability = capabilityOf(route);
      if (capability !== null) expect(CAPABILITIES).toContain(capability);
      // Signed in is enough only where nothing of a workspace is told.
      else if (!leadsOn(route))
        expect([nameOf(route), route.path.includes(":workspace")]).toEqual([nameOf(route), false]);
    }
    expect(() => capabilityOf(LEAK)).toThrow(/does not say/);
  });

  test.each(PLACES)(
    "in %s each sees what the table gives, and no more",
    async (_place, examine) => {
      const found: string[] = [];
      let cells = 0;
      for (const route of matrix.routes.filter(({ access }) => access === "actor")) {
        for (const actor of matrix.actors) {
          cells += 1;
          const findings = await examine(route, actor);
          found.push(...findings.map((words) => `${nameOf(route)} as ${actor.name}: ${words}`));
        }
      }
      expect(found).toEqual([]);
      expect(cells).toBeGreaterThan(200);
    },
  );

  test("nobody, an expired token and a revoked one are told to sign in, whatever is there", async () => {
    const found: string[] = [];
    for (const route of matrix.routes.filter(({ access }) => access === "actor")) {
      const findings = await examineStranger(route);
      found.push(...findings.map((words) => `${nameOf(route)}: ${words}`));
    }
    expect(found).toEqual([]);
  });

  test("what is open asks nobody who they are", async () => {
    for (const route of matrix.routes.filter(({ access }) => access === "open")) {
      const { status } = await look(matrix.handle, route, { parts: own, by: NOBODY });
      // A form of another shape than a person's is refused by its content.
      expect([nameOf(route), status === 303]).toEqual([nameOf(route), false]);
    }
  });
});

const LEAK: Route = {
  method: "GET",
  path: "/api/v1/workspaces/:workspace/leak",
  surface: "api",
  access: "actor",
  answer: (exchange) => Promise.resolve(jsonAnswer({ workspace: exchange.pathPart("workspace") })),
};

test("an address that asks nobody for access is found in every place", async () => {
  const platform = matrix.world.served;
  const { actors, policy } = openAccess({ platform, token: TOKEN });
  const options = {
    settled: platform.settled,
    resolveActor: (request: Request) => actors.resolveActor(request),
    policy,
  };
  const leak: Route = { ...LEAK, capability: "members.manage" };
  const handle = createHttpHandler(options, [leak]);
  const customer = matrix.actors.find(({ name }) => name === "customer");
  if (customer === undefined) throw new Error("There is no customer.");
  expect(await examineOwn(leak, customer, handle)).not.toEqual([]);
  expect(await examineOther(leak, customer, handle)).not.toEqual([]);
  const [telling] = MOVED_PAGES.filter(({ path }) => path === "/workspaces/:workspace");
  if (telling?.access !== "actor") throw new Error("Nothing leads on.");
  const toldOf: Route = {
    ...telling,
    answer: (exchange: ActorExchange) =>
      exchange.pathPart("workspace") === "south"
        ? Promise.resolve(jsonAnswer({}))
        : telling.answer(exchange),
  };
  expect(await examineOther(toldOf, customer, createHttpHandler(options, [telling]))).toEqual([]);
  expect(await examineOther(toldOf, customer, createHttpHandler(options, [toldOf]))).not.toEqual(
    [],
  );
  const narrow: Route = {
    ...leak,
    path: "/api/v1/workspaces/:workspace/environments/:environment/leak",
  };
  const narrowHandle = createHttpHandler(options, [narrow]);
  expect(await examineNarrow(narrow, customer, narrowHandle)).not.toEqual([]);
});
