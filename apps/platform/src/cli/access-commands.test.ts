import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { migratePlatform, openPlatform } from "../platform.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { asScope } from "./find-scope.ts";

const BIN = join(import.meta.dirname, "../../bin/platform.js");
const NORTH = ["--workspace", "north"];
/** Each command is a process of its own. */
const WITHIN_MS = 180_000;

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
  await migratePlatform(database.url);
  const platform = openPlatform({ connectionString: database.url });
  await ensureEnvironment(platform.database, {
    ...asScope({ workspace: "north", environment: "contoso" }),
    workspaceName: "North",
    environmentName: "Contoso",
    provider: { kind: "folder", root: "/nowhere" },
  });
  await platform.close();
});

afterAll(() => database.close());

async function platform(args: readonly string[]): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, [BIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      PORT: "",
      SETTLED_PUBLIC_URL: "https://settled.example",
    },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
  }
  const [code] = (await once(child, "close")) as [number | null];
  expect(text).not.toMatch(/\n +at /);
  return { code, text };
}

test(
  "members are invited, changed, listed and taken out, and each change is written down",
  async () => {
    const ada = [...NORTH, "--email", "ada@people.example"];
    const added = await platform([
      "members",
      "add",
      ...ada,
      "--role",
      "operator",
      "--environments",
      "contoso",
    ]);
    expect(added.code).toBe(0);
    expect(added.text).toMatch(/https:\/\/settled\.example\/welcome\?token=[\w-]{43}/);
    const changed = await platform([
      "members",
      "set-role",
      ...ada,
      "--role",
      "viewer",
      "-o",
      "json",
    ]);
    expect(JSON.parse(changed.text)).toMatchObject({
      role: "viewer",
      environment_ids: ["contoso"],
      state: "invited",
    });
    const person = ["--email", "ADA@people.example"];
    expect((await platform(["people", "disable", ...person])).code).toBe(0);
    expect((await platform(["members", "list", ...NORTH])).text).toMatch(/ada@.* disabled/);
    expect((await platform(["people", "enable", ...person])).code).toBe(0);
    expect((await platform(["members", "remove", ...ada])).code).toBe(0);
    const opened = openPlatform({ connectionString: database.url });
    const { rows } = await opened.database.executeSql(
      "select action, actor ->> 'kind' as kind from settled.audit_entries order by sequence",
    );
    await opened.close();
    expect(rows).toEqual(
      ["add", "change", "disable", "enable", "remove"].map((action) => ({
        action: `member.${action}`,
        kind: "operator",
      })),
    );
  },
  WITHIN_MS,
);

test(
  "tokens are made, listed without their secret, and revoked",
  async () => {
    const made = await platform([
      "tokens",
      "create",
      ...NORTH,
      "--name",
      "CI",
      "--scopes",
      "runs.view",
      "-o",
      "json",
    ]);
    const { id, secret } = JSON.parse(made.text) as { id: string; secret: string };
    expect(secret).toMatch(/^stl_[\w-]{49}$/);
    const listed = await platform(["tokens", "list", ...NORTH]);
    expect(listed.text).toContain(id);
    expect(listed.text).not.toContain(secret);
    const revoked = await platform(["tokens", "revoke", ...NORTH, "--token", id, "-o", "json"]);
    expect(JSON.parse(revoked.text)).toMatchObject({ id, state: "revoked" });
  },
  WITHIN_MS,
);

test(
  "what is not there, or not known, is refused in words",
  async () => {
    const codes = await Promise.all(
      [
        ["members", "add", ...NORTH, "--email", "a@b.example", "--role", "admin"],
        ["tokens", "create", ...NORTH, "--name", "T"],
        ["tokens", "revoke", ...NORTH, "--token", "x"],
        ["members", "list", "--workspace", "nowhere"],
        ["people", "disable", "--email", "nobody@people.example"],
      ].map(async (args) => (await platform(args)).code),
    );
    expect(codes).toEqual([2, 2, 3, 3, 3]);
  },
  WITHIN_MS,
);

test(
  "the owner link leads to where people reach the server, and the first start prints one",
  async () => {
    const link = await platform(["owner-link"]);
    expect(link.text).toMatch(/^https:\/\/settled\.example\/welcome\?token=[\w-]{43}\n/);
    const child = spawn(process.execPath, [BIN, "serve", "--port", "0"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DATABASE_URL: database.url, SETTLED_BOOTSTRAP_TOKEN: "" },
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
      if (text.includes("/welcome")) child.kill("SIGTERM");
    });
    await once(child, "close");
    const [, url = ""] = /Ready: (\S+)/.exec(text) ?? [];
    expect(text).toContain(`${url}/welcome?token=`);
    expect(text).not.toContain("SETTLED_BOOTSTRAP_TOKEN");
  },
  WITHIN_MS,
);
