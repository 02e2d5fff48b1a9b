import { createHash, randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { connectDatabase } from "./database.ts";
import { migrateDatabase } from "./migrate.ts";
import { readOwnMigrations } from "./sql-files.ts";

let server: TestDatabase;
let connectionString: string;

beforeEach(async () => {
  server = await startTestDatabase();
  connectionString = server.url;
});

afterEach(() => server.close());

const OWN = readOwnMigrations("settled");

async function sql(text: string): Promise<readonly unknown[]> {
  const database = connectDatabase({ connectionString, connectionsMax: 1 });
  try {
    return (await database.executeSql(text)).rows;
  } finally {
    await database.close();
  }
}

test("a dry run names what is pending and applies nothing", async () => {
  const report = await migrateDatabase({ connectionString, dryRun: true });
  expect(report).toEqual({ applied: [], pending: OWN.map(({ name }) => name), unknown: [] });
  expect(await sql("select to_regclass('settled.operation_runs') is null as absent")).toEqual([
    { absent: true },
  ]);
});

test("ten processes that migrate at once apply everything exactly once", async () => {
  const reports = await Promise.all(
    Array.from({ length: 10 }, () => migrateDatabase({ connectionString })),
  );
  expect(reports.flatMap(({ applied }) => applied).sort()).toEqual(OWN.map(({ name }) => name));
});

test("another schema holds the tables if the host says so", async () => {
  await migrateDatabase({ connectionString, schema: "ledger" });
  expect(await sql("select to_regclass('ledger.operation_runs') is not null as present")).toEqual([
    { present: true },
  ]);
  expect(await sql("select to_regclass('settled.operation_runs') is null as absent")).toEqual([
    { absent: true },
  ]);
});

test("a database that a newer release changed in a breaking way is refused, and nothing is done", async () => {
  const newer = {
    name: "0999_runs_live_elsewhere",
    text: "--! breaking\nselect 1",
    breaking: true,
  };
  await migrateDatabase({ connectionString, files: [...OWN, newer] });
  await expect(migrateDatabase({ connectionString })).rejects.toMatchObject({
    code: "database_too_new",
    message: expect.stringContaining("Install that release"),
  });
});

test("a newer migration that breaks nothing is worked with, and named", async () => {
  const newer = { name: "0999_runs_have_a_colour", text: "select 1", breaking: false };
  await migrateDatabase({ connectionString, files: [...OWN, newer] });
  expect((await migrateDatabase({ connectionString })).unknown).toEqual([newer.name]);
});

test("a migration that was changed after it was applied is refused", async () => {
  await migrateDatabase({ connectionString });
  const changed = OWN.map((file) => ({ ...file, text: `${file.text}\n-- changed` }));
  await expect(migrateDatabase({ connectionString, files: changed })).rejects.toMatchObject({
    code: "migration_changed",
  });
});

test("a migration that was corrected is not applied again where its former text was", async () => {
  await migrateDatabase({ connectionString });
  const former = createHash("sha256")
    .update(OWN[0]?.text ?? "")
    .digest("hex");
  const corrected = OWN.map((file, at) =>
    at === 0 ? { ...file, text: `${file.text}\n--! formerly ${former}\n` } : file,
  );
  expect(await migrateDatabase({ connectionString, files: corrected })).toEqual({
    applied: [],
    pending: [],
    unknown: [],
  });
});

test("an account that may make no roles migrates where an administrator has made them", async () => {
  await migrateDatabase({ connectionString });
  const account = `owner_${randomUUID().slice(0, 8)}`;
  await sql(`create role ${account} login password '${account}'`);
  await sql(`grant settled_reader, settled_server to ${account}`);
  await sql(`grant ${account} to current_user`);
  await sql(`create database ${account} owner ${account}`);
  const url = new URL(connectionString);
  url.username = account;
  url.password = account;
  url.pathname = `/${account}`;
  try {
    const { applied } = await migrateDatabase({ connectionString: url.href });
    expect(applied).toEqual(OWN.map(({ name }) => name));
  } finally {
    await sql(`drop database ${account}`);
    await sql(`drop role ${account}`);
  }
});

test("a migration that fails leaves nothing of itself behind", async () => {
  const broken = {
    name: "0003_broken",
    text: "create table settled.half (); select 1/0",
    breaking: false,
  };
  await expect(
    migrateDatabase({ connectionString, files: [...OWN, broken] }),
  ).rejects.toMatchObject({ name: "SettledError" });
  expect(await sql("select to_regclass('settled.half') is null as absent")).toEqual([
    { absent: true },
  ]);
  expect((await migrateDatabase({ connectionString })).pending).toEqual([]);
});

test("a database that cannot be reached is told in words, without what the driver said", async () => {
  const nowhere = "postgres://nobody:secret@127.0.0.1:1/none";
  const error = await migrateDatabase({ connectionString: nowhere }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: "database_unavailable" });
  expect(String((error as Error).message)).not.toMatch(/ECONNREFUSED|secret|127\.0\.0\.1/);
});
