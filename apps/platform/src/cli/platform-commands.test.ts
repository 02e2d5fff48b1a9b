import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { openPlatform } from "../platform.ts";
import { findEnvironment } from "../store/environment.ts";
import { asScope } from "./find-scope.ts";

const BIN = join(import.meta.dirname, "../../bin/platform.js");
const NOWHERE = "postgres://nobody@127.0.0.1:1/none";
const TOKEN = "owner-token-of-the-tests";

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await startTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "platform-commands-"));
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

interface Told {
  readonly code: number | null;
  readonly text: string;
}

/** One command to its end: until everything that it started has closed its output, too. */
async function told(child: ChildProcess): Promise<Told> {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
  }
  const [code] = (await once(child, "close")) as [number | null];
  expect(text).not.toMatch(/\n +at /);
  return { code, text };
}

function platform(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DATABASE_URL: NOWHERE, PORT: "", ...env },
  });
}

test("a command leaves nothing in the folder where it is called, also by an empty variable", async () => {
  const cwd = await mkdtemp(join(folder, "called-in-"));
  const child = spawn(process.execPath, [BIN, "--help"], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: "" },
  });
  expect((await told(child)).code).toBe(0);
  expect(await readdir(cwd)).toEqual([]);
});

test("a port that is no number is a mistyped setting, and says which one", async () => {
  const answer = await told(platform(["serve"], { PORT: "abc" }));
  expect(answer.code).toBe(2);
  expect(answer.text).toContain("PORT");
  expect(answer.text).toContain("Give a whole number from 0 to 65535.");
});

test("a port of the environment disturbs no command that needs none", async () => {
  const answer = await told(platform(["review", "--help"], { PORT: "abc" }));
  expect(answer.text).toContain("compose");
});

const PLACE = ["--workspace", "north", "--environment", "contoso"];

test.each([
  ["an empty path", ["import", ...PLACE, "--folder", ""], "Give --folder"],
  [
    "an id with signs of a path",
    ["import", "--workspace", "../x", "--environment", "e", "--folder", "."],
    "1 to 128 letters",
  ],
  ["a name without a sign", ["import", ...PLACE, "--folder", ".", "--name", " "], "A name has"],
  ["an option that is missing", ["review", "compose", "--workspace", "north"], "platform --help"],
])("%s is refused before anything is stored", async (_what, args, words) => {
  const answer = await told(platform(args));
  expect(answer.code).toBe(2);
  expect(answer.text).toContain(words);
});

test("a database that is not there is named, without a stack", async () => {
  const answer = await told(platform(["review", "compose", ...PLACE]));
  expect(answer.code).toBe(1);
  expect(answer.text).toContain("DATABASE_URL");
});

test("an import says where its result is, and a later one keeps the name", async () => {
  const env = { DATABASE_URL: database.url };
  const args = ["import", ...PLACE, "--folder", folder];
  const first = await told(platform([...args, "--name", "Contoso Ltd"], env));
  expect(first.code).toBe(5);
  expect(first.text).toMatch(/npx settled runs show [0-9a-f-]{36} --workspace north/);
  await told(platform(args, env));
  const opened = openPlatform({ connectionString: database.url });
  try {
    const scope = asScope({ workspace: "north", environment: "contoso" });
    expect(await findEnvironment(opened.database, scope)).toMatchObject({ name: "Contoso Ltd" });
  } finally {
    await opened.close();
  }
});

test("a reader that goes away does not end the work", async () => {
  const args = ["import", ...PLACE, "--folder", folder];
  const child = platform(args, { DATABASE_URL: database.url });
  child.stdout?.once("data", () => child.stdout?.destroy());
  expect((await told(child)).code).toBe(5);
});

test("server and worker end with whoever started them, though no signal reaches them", async () => {
  const command = `"${process.execPath}" "${BIN}" start --port 0 --no-demo; true`;
  const shell = spawn("sh", ["-c", command], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      SETTLED_BOOTSTRAP_TOKEN: TOKEN,
      npm_lifecycle_event: "start",
    },
  });
  shell.stdout.on("data", (chunk: Buffer) => {
    if (chunk.toString("utf8").includes("Worker")) shell.kill("SIGTERM");
  });
  const { text } = await told(shell);
  expect(text).toContain("Stopped.");
});

test("a worker ends when its parent was killed", async () => {
  const child = platform(["start", "--port", "0", "--no-demo"], {
    DATABASE_URL: database.url,
    SETTLED_BOOTSTRAP_TOKEN: TOKEN,
  });
  child.stdout?.on("data", (chunk: Buffer) => {
    if (chunk.toString("utf8").includes("Worker")) child.kill("SIGKILL");
  });
  expect((await told(child)).text).toContain("Worker");
});
