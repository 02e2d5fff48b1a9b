import { createServer, request as sendRequest, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { type AccessPolicy, asWorkspaceId, createSettled, type Settled } from "settled";
import { createHttpHandler } from "settled/http";
import { createPgBossEngine } from "settled/pg-boss";
import { migrateDatabase } from "settled/postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";

const RUNS = 12_000;
const STALL_MS = 500;
const NORTH = asWorkspaceId("north");
/** A vacuum of the server's own would keep the database from being dropped. */
const LEFT_ALONE = "alter table settled.operation_runs set (autovacuum_enabled = false)";
const MANY_RUNS = `
  insert into settled.operation_runs (workspace_id, id, environment_id, operation_type, identity_key, initiator,
    input, created_at, queued_at)
  select 'north', gen_random_uuid(), 'contoso', 'letter.write', 'key-' || n,
    '{"kind": "user", "id": "u1", "name": "Maria"}', '{}', at, at
  from generate_series(1, ${RUNS}) n cross join lateral (select now() - n * interval '1 minute' as at) time`;

let database: TestDatabase;
let settled: Settled;
let server: Server;
let pages = 0;
let isMember = true;

const policy: AccessPolicy = {
  check: () => Promise.resolve(isMember ? { kind: "allowed" } : { kind: "hidden" }),
  reach: () => Promise.resolve(isMember ? { kind: "workspace" } : { kind: "hidden" }),
};

beforeAll(async () => {
  database = await startTestDatabase();
  const { url: connectionString } = database;
  await migrateDatabase({ connectionString });
  const engine = createPgBossEngine({ connectionString });
  settled = createSettled({ postgres: { connectionString }, engine, operations: [] });
  for (const text of [LEFT_ALONE, MANY_RUNS]) await settled.database.executeSql(text);
  const { reader } = settled;
  const counting: typeof reader = {
    ...reader,
    listRuns(input) {
      pages += 1;
      return reader.listRuns(input);
    },
  };
  const handle = createHttpHandler({
    settled: { ...settled, reader: counting },
    resolveActor: () => Promise.resolve({ kind: "user", id: "u1", name: "Maria" }),
    policy,
  });
  const listener = getRequestListener(handle, { overrideGlobalObjects: false });
  server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await settled.close();
  await database.close();
});

beforeEach(() => {
  pages = 0;
  isMember = true;
});

function exportOf(): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  const path = `/api/v1/workspaces/${NORTH}/runs:export`;
  return new Promise((resolve, reject) => {
    sendRequest({ host: "127.0.0.1", port, path, agent: false }, resolve).on("error", reject).end();
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

test(`${RUNS} runs arrive whole, each once`, async () => {
  const lines = (await textOf(await exportOf())).trimEnd().split("\n");
  expect(new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(RUNS);
});

test("a reader who does not read makes the server hold a few pages, not the file", async () => {
  const answer = await exportOf();
  let before = -1;
  while (before !== pages) {
    before = pages;
    await sleep(STALL_MS);
  }
  expect(pages).toBeLessThan((RUNS / 200) * 0.8);
  expect((await textOf(answer)).trimEnd().split("\n")).toHaveLength(RUNS);
});

test("an answer that is cut off is cut off on the line: no client takes it for whole", async () => {
  const answer = await exportOf();
  isMember = false;
  await expect(textOf(answer)).rejects.toThrow("aborted");
  expect(answer.complete).toBe(false);
});

test("a reader who goes away ends the work for it", async () => {
  const answer = await exportOf();
  answer.destroy();
  await sleep(STALL_MS);
  const afterwards = pages;
  await sleep(STALL_MS);
  expect(pages).toBe(afterwards);
});
