import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { asEnvironmentId, asWorkspaceId } from "settled";
import { connectDatabase, type Database } from "settled/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { ensureEnvironment } from "../store/environment.ts";

const BIN = join(import.meta.dirname, "../../bin/platform.js");
const TOKEN = "owner-token-of-the-tests";
const CAPTURE = "/api/v1/workspaces/north/operations/environment.snapshot.capture/runs";

let database: TestDatabase;
let owner: Database;
let servingUrl: string;
const account = `serving_${randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  database = await startTestDatabase();
  owner = connectDatabase({ connectionString: database.url, connectionsMax: 1 });
  await owner.executeSql(`create role ${account} login password '${account}'`);
  const url = new URL(database.url);
  url.username = account;
  url.password = account;
  servingUrl = url.href;
});
afterAll(async () => {
  await owner.executeSql(`drop role ${account}`);
  await owner.close();
  await database.close();
});

interface Served {
  readonly url: string;
  stop(): Promise<string>;
}

function spawnServer(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [BIN, "serve", "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: "", DATABASE_URL: "", SETTLED_BOOTSTRAP_TOKEN: TOKEN, ...env },
  });
}

/** Resolves when it is ready; rejects with what it said if it ended before. */
async function serve(env: Record<string, string>): Promise<Served> {
  const child = spawnServer(env);
  let text = "";
  const ended = once(child, "close");
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        text += chunk.toString("utf8");
        const url = /Ready: (\S+)/.exec(text)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
  });
  const url = await Promise.race([ready, ended.then(() => null)]);
  if (url === null) throw new Error(text);
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return text;
    },
  };
}

async function healthOf({ url }: Served) {
  const { checks } = (await (await fetch(`${url}/health/ready`)).json()) as {
    checks: readonly { name: string; ok: boolean }[];
  };
  return Object.fromEntries(checks.map(({ name, ok }) => [name, ok]));
}

function capture({ url }: Served): Promise<Response> {
  return fetch(`${url}${CAPTURE}`, {
    method: "POST",
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify({ environment_id: "contoso", input: {} }),
  });
}

/** The accounts that hold connections to this database, but for those of this test. */
async function accounts(): Promise<readonly string[]> {
  const { rows } = await owner.executeSql(
    `select distinct usename as account from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() order by 1`,
  );
  return rows.map((row) => (row as { account: string }).account);
}

const BOUND = "row-level security binds the server's account";
const APART = "the server's account can take no further rights";

test("a server alone, before anybody migrated, says what has to be done", async () => {
  await expect(serve({ SETTLED_SERVER_DATABASE_URL: servingUrl })).rejects.toThrow(/migrat|grant/);
});

test("with the database's account alone a server migrates, then takes the role of servers", async () => {
  const server = await serve({ DATABASE_URL: database.url });
  try {
    await ensureEnvironment(owner, {
      workspaceId: asWorkspaceId("north"),
      workspaceName: "North",
      environmentId: asEnvironmentId("contoso"),
      environmentName: "Contoso",
      provider: { kind: "folder", root: "/nowhere" },
    });
    expect(await healthOf(server)).toMatchObject({ database: true, [BOUND]: true, [APART]: false });
    expect((await capture(server)).status).toBe(202);
  } finally {
    await server.stop();
  }
});

test("a server with an account of its own needs no other, and does all that is asked of it", async () => {
  await owner.executeSql(`grant settled_server to ${account}`);
  const server = await serve({ SETTLED_SERVER_DATABASE_URL: servingUrl });
  try {
    expect(await healthOf(server)).toMatchObject({ database: true, [BOUND]: true, [APART]: true });
    const joined = await capture(server);
    expect(joined.status).toBe(200);
    const { id } = (await joined.json()) as { id: string };
    const cancelled = await fetch(`${server.url}/api/v1/workspaces/north/runs/${id}:cancel`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      body: JSON.stringify({ reason: "Enough." }),
    });
    expect(cancelled.status).toBe(200);
    expect((await capture(server)).status).toBe(202);
    expect(await accounts()).toEqual([account]);
  } finally {
    await server.stop();
  }
});

test("an account that row-level security does not bind serves nothing", async () => {
  const env = { DATABASE_URL: database.url, SETTLED_SERVER_DATABASE_URL: database.url };
  await expect(serve(env)).rejects.toThrow(/does not bind the account/);
});
