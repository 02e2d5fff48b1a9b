import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSettled, type Settled } from "../create-settled.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { createHttpHandler } from "./create-http-handler.ts";
import {
  IDLE_ENGINE,
  MARIA,
  members,
  NORTH,
  post,
  reviewOperations,
  START,
} from "./http.test-kit.ts";

const SERVER = join(import.meta.dirname, "dying-server.test-kit.ts");

let database: TestDatabase;
let settled: Settled;
let server: ChildProcess | undefined;

beforeAll(async () => {
  database = await startTestDatabase();
  const { url: connectionString } = database;
  await migrateDatabase({ connectionString });
  const operations = reviewOperations(new Map());
  settled = createSettled({ postgres: { connectionString }, engine: IDLE_ENGINE, operations });
});
afterAll(async () => {
  if (server?.exitCode === null && server.signalCode === null) server.kill("SIGKILL");
  await settled.close();
  await database.close();
});

/** A server process on the same database, and the port that it listens on. */
async function startServer(dies: string): Promise<number> {
  server = spawn(process.execPath, [SERVER], {
    env: { ...process.env, DYING_SERVER_DATABASE: database.url, DYING_SERVER_DIES: dies },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (server.stdout === null) throw new Error("The server has no output.");
  const [port] = (await once(createInterface(server.stdout), "line")) as [string];
  return Number(port);
}

async function runsWith(month: string) {
  const all = { workspaceId: NORTH, filter: {}, after: null, limit: 200 };
  const { runs } = await settled.reader.listRuns(all);
  return runs.filter(({ input }) => (input as { readonly month?: string }).month === month);
}

test.each([
  ["before the commit", "nothing", 0],
  ["behind the commit", "its run", 1],
])("a server that is killed %s leaves %s, and the repeat is one run", async (dies, _what, left) => {
  const port = await startServer(dies);
  const key = crypto.randomUUID();
  const request = () => post(START, { input: { month: dies } }, { "idempotency-key": key });
  const sent = request();
  const init = { method: "POST", headers: sent.headers, body: await sent.text() };
  await expect(fetch(`http://127.0.0.1:${port}${START}`, init)).rejects.toThrow("fetch failed");
  expect(server?.signalCode ?? (await once(server as ChildProcess, "exit"))[1]).toBe("SIGKILL");
  const before = await runsWith(dies);
  expect(before).toHaveLength(left);
  const handle = createHttpHandler({
    settled,
    resolveActor: () => Promise.resolve(MARIA),
    policy: members(),
  });
  const repeat = await handle(request());
  expect([repeat.status, repeat.headers.get("idempotency-replayed")]).toEqual([
    202,
    left === 0 ? null : "true",
  ]);
  const { id } = (await repeat.json()) as { readonly id: string };
  const after = await runsWith(dies);
  expect(after.map((run) => run.id)).toEqual([id]);
  if (left === 1) expect(before.map((run) => run.id)).toEqual([id]);
});
