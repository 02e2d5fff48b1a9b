import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectDatabase } from "../postgres/database.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import type { CliIo } from "./cli-io.ts";
import { createTestIo, say as sayTo } from "./cli.test-kit.ts";

const RUN = "01970000-0000-7000-8000-000000000000";
const NOBODY = "postgres://nobody@127.0.0.1:1/nowhere";

const databases: TestDatabase[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "settled-cli-"));
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await rm(folder, { recursive: true });
});

async function freshDatabase(): Promise<string> {
  const database = await startTestDatabase();
  databases.push(database);
  return database.url;
}

function say(argv: readonly string[], env: CliIo["env"] = {}) {
  return sayTo(createTestIo({ env }), argv);
}

const TWO_LINES = /^✗ [^\n]+\n {2}[^\n]+\n$/;

describe("what was typed wrongly ends with 2 and two lines", () => {
  const mistakes: readonly (readonly [story: string, argv: readonly string[], words: string])[] = [
    ["an unknown option", ["runs", "list", "--colour"], "unknown option '--colour'"],
    ["an unknown command", ["run"], "unknown command 'run'"],
    ["no id", ["runs", "show"], "missing required argument 'id'"],
    ["an unknown format", ["runs", "list", "-o", "xml"], "Allowed choices are table, json, ndjson"],
    ["an unknown status", ["runs", "list", "--status", "done"], "It is one of: queued, running"],
    ["a limit out of bounds", ["runs", "list", "--limit", "500"], "from 1 to 200"],
    ["a schema that is no name", ["doctor", "--schema", "a;b"], "lower-case letters"],
    ["no database", ["runs", "list", "--workspace", "acme"], "No database was named"],
    [
      "a file that is not there",
      ["doctor", "--config", "missing.ts"],
      "There is no file missing.ts",
    ],
  ];

  test.for(mistakes)("%s", async ([, argv, words]) => {
    const { code, out, err } = await say(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
    expect(err).toMatch(TWO_LINES);
  });

  test("no workspace, an id that is none, a cursor that is none", async () => {
    const url = await freshDatabase();
    await migrateDatabase({ connectionString: url });
    const env = { DATABASE_URL: url };
    const acme = { ...env, SETTLED_WORKSPACE: "acme" };
    expect(await say(["runs", "list"], env)).toMatchObject({ code: 2 });
    expect(await say(["runs", "show", "7"], acme)).toMatchObject({ code: 2 });
    expect(await say(["runs", "list", "--workspace", "a b"], env)).toMatchObject({ code: 2 });
    const { code, err } = await say(["runs", "list", "--cursor", "x"], acme);
    expect(code).toBe(2);
    expect(err).toMatch(TWO_LINES);
  });

  test("no command at all shows the help", async () => {
    const { code, err } = await say([]);
    expect(code).toBe(2);
    expect(err).toContain("Usage: settled");
  });
});

test("help is an answer: 0", async () => {
  const { code, out } = await say(["--help"]);
  expect(code).toBe(0);
  expect(out).toContain("Exit codes: 0 ok");
  expect(out.split("\n").every((line) => line.length <= 100)).toBe(true);
});

describe("a database that cannot be worked with ends with 1 and two lines", () => {
  const commands = [["migrate"], ["runs", "list"], ["runs", "show", RUN], ["runs", "watch", RUN]];

  test.for(commands)("unreachable: %s %s", async (argv) => {
    const { code, out, err } = await say([...argv, "--database", NOBODY, "--workspace", "acme"]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^✗ The database cannot be reached/);
    expect(err).toMatch(TWO_LINES);
  });

  test("unreachable: the doctor says so and stops there", async () => {
    const { code, out } = await say(["doctor", "--check", "-o", "json"], { DATABASE_URL: NOBODY });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      well: false,
      findings: [{ check: "database", level: "problem" }],
      invariants: null,
    });
  });

  test("not migrated", async () => {
    const env = { DATABASE_URL: await freshDatabase(), SETTLED_WORKSPACE: "acme" };
    const { code, err } = await say(["runs", "list"], env);
    expect(code).toBe(1);
    expect(err).toContain("Run `settled migrate`");
    expect(err).toMatch(TWO_LINES);
    const doctor = await say(["doctor", "-o", "json"], env);
    expect(doctor.code).toBe(1);
    expect(doctor.out).toContain('"next_step": "Run `settled migrate`."');
  });

  test("changed by a newer release in a breaking way", async () => {
    const url = await freshDatabase();
    await migrateDatabase({ connectionString: url });
    const database = connectDatabase({ connectionString: url });
    await database.executeSql("insert into settled.migrations values ('9999_all_new', 'x', true)");
    await database.close();
    const env = { DATABASE_URL: url, SETTLED_WORKSPACE: "acme" };
    for (const argv of [["runs", "list"], ["migrate"], ["migrate", "--dry-run"]]) {
      const { code, err } = await say(argv, env);
      expect(code).toBe(1);
      expect(err).toContain("newer");
      expect(err).toMatch(TWO_LINES);
    }
    const { code, out } = await say(["doctor"], env);
    expect(code).toBe(1);
    expect(out).toContain("9999_all_new");
  });
});

test("migrate brings an empty database up, and a dry run only says what it would do", async () => {
  const env = { DATABASE_URL: await freshDatabase() };
  const dry = await say(["migrate", "--dry-run"], env);
  expect(dry.code).toBe(0);
  expect(dry.out).toContain("○ would apply 0001_one_durable_record_for_each_run");
  expect((await say(["migrate"], env)).out).toContain("✓ applied 0001_one_durable_record");
  expect(await say(["migrate"], env)).toEqual({
    code: 0,
    out: "The database is up to date.\n",
    err: "",
  });
  const { out } = await say(["migrate", "--dry-run", "-o", "json"], env);
  expect(JSON.parse(out)).toEqual({ dry_run: true, applied: [], pending: [], unknown: [] });
});

test("another schema is another Settled", async () => {
  const env = { DATABASE_URL: await freshDatabase(), SETTLED_WORKSPACE: "acme" };
  expect((await say(["migrate", "--schema", "second"], env)).code).toBe(0);
  expect((await say(["runs", "list", "--schema", "second"], env)).code).toBe(0);
  expect((await say(["doctor", "--check", "--schema", "second"], env)).code).toBe(0);
  expect((await say(["runs", "list"], env)).code).toBe(1);
});

describe("a configuration file", () => {
  const room = pathToFileURL(join(import.meta.dirname, "..")).href;

  async function write(name: string, text: string): Promise<CliIo> {
    await writeFile(join(folder, name), text);
    return createTestIo({ currentFolder: folder, env: { SETTLED_WORKSPACE: "acme" } });
  }

  test("is found in the current folder and names the database and the operations", async () => {
    const url = await freshDatabase();
    await migrateDatabase({ connectionString: url });
    const io = await write(
      "settled.config.ts",
      `import { createPgBossEngine } from "${room}/engines/pg-boss/pg-boss-engine.ts";
       export const settledOptions = () => ({
         postgres: { connectionString: "${url}" },
         engine: createPgBossEngine({ connectionString: "${url}" }),
         operations: [],
       });`,
    );
    const { code, out } = await sayTo(io as ReturnType<typeof createTestIo>, ["doctor"]);
    expect(code).toBe(0);
    expect(out).toContain("The configuration has no operation.");
  });

  test("that exports nothing of use, or does not load, ends with 1 and two lines", async () => {
    await write("empty.ts", "export const options = 1;");
    await write("broken.ts", "throw new TypeError('no such thing');");
    for (const file of ["empty.ts", "broken.ts"]) {
      const io = createTestIo({ currentFolder: folder });
      const { code, err } = await sayTo(io, ["doctor", "--config", file]);
      expect(code).toBe(1);
      expect(err).toContain(file);
      expect(err).toMatch(TWO_LINES);
    }
  });
});
