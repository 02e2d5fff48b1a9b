import { spawn } from "node:child_process";
import { chown, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPostmasterFile } from "./postmaster-file.ts";
import { startEmbeddedPostgres } from "./start-embedded-postgres.ts";
import {
  kill,
  makeTempFolder,
  processesIn,
  query,
  removeTempFolders,
  spawnStarter,
} from "./starter-process.test-kit.ts";
import { waitUntil } from "./wait-until.ts";

let dataDir: string;
let pidFile: string;

beforeAll(async () => {
  dataDir = await makeTempFolder();
  pidFile = join(dataDir, "cluster", "postmaster.pid");
});

afterAll(removeTempFolders);

test("a database whose making was killed halfway is made anew", async () => {
  const starter = spawnStarter({ dataDir });
  const unfinished = await waitUntil(
    async () => (await readdir(dataDir)).find((name) => name.startsWith("cluster.unfinished-")),
    { limitMs: 10_000, everyMs: 5 },
  );
  expect(unfinished).toBeDefined();
  (await processesIn(dataDir)).forEach(({ pid }) => kill(pid));
  kill(starter.child.pid ?? 0);
  await writeFile(join(dataDir, unfinished ?? "", "PG_VERSION"), "18\n");
  const server = await startEmbeddedPostgres({ dataDir });
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  expect((await readdir(dataDir)).filter((name) => name.includes("unfinished"))).toEqual([]);
  await server.stop();
});

test("a making that outlives its killed starter does not spoil the next one", async () => {
  const folder = await makeTempFolder();
  const starter = spawnStarter({ dataDir: folder, durable: false });
  await waitUntil(
    async () => (await readdir(folder)).find((name) => name.startsWith("cluster.unfinished-")),
    { limitMs: 10_000, everyMs: 5 },
  );
  kill(starter.child.pid ?? 0);
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await server.stop();
  await expect.poll(() => processesIn(folder), { timeout: 5_000 }).toEqual([]);
});

test("a server that outlives its killed starter is adopted", async () => {
  const starter = spawnStarter({ dataDir });
  const first = await starter.nextReport();
  await query(first.url, "create table before_the_kill as select 1 as number");
  starter.child.kill("SIGKILL");
  const server = await startEmbeddedPostgres({ dataDir });
  expect(server).toMatchObject({ adopted: true, port: first.port });
  expect(await query(server.url, "select * from before_the_kill")).toEqual([{ number: 1 }]);
  await server.stop();
  expect(await processesIn(dataDir)).toEqual([]);
});

test("after a kill of starter and server alike, committed rows are there at the next start", async () => {
  const starter = spawnStarter({ dataDir });
  const { url } = await starter.nextReport();
  await query(url, "create table before_the_crash as select generate_series(1, 1000) as number");
  const processes = await processesIn(dataDir);
  expect(processes.length).toBeGreaterThan(3);
  processes.forEach(({ pid }) => kill(pid));
  const server = await startEmbeddedPostgres({ dataDir });
  expect(server.adopted).toBe(false);
  expect(await query(server.url, "select count(*)::int as rows from before_the_crash")).toEqual([
    { rows: 1000 },
  ]);
  await server.stop();
});

test("a server whose first process alone was killed is followed by a new one", async () => {
  const starter = spawnStarter({ dataDir });
  const { url } = await starter.nextReport();
  const sleeping = query(url, "select pg_sleep(20)").catch(() => "ended");
  kill((await readPostmasterFile(join(dataDir, "cluster")))?.pid ?? 0);
  const server = await startEmbeddedPostgres({ dataDir });
  expect(server.adopted).toBe(false);
  expect(await sleeping).toBe("ended");
  kill(starter.child.pid ?? 0);
  await server.stop();
});

test("Ctrl-C in a terminal leaves the server to its starter until that has finished", async () => {
  const starter = spawnStarter({ dataDir });
  await starter.nextReport();
  process.kill(-(starter.child.pid ?? 0), "SIGINT");
  expect(await starter.nextReport()).toMatchObject({ kind: "interrupted", answer: 42 });
  await expect.poll(() => processesIn(dataDir)).toEqual([]);
});

test("a pid that now belongs to an unrelated process is not in the way, and that process lives on", async () => {
  const bystander = spawn("sleep", ["30"], { stdio: "ignore" });
  await leavePidFile(stalePidFile(bystander.pid ?? 0));
  const server = await startEmbeddedPostgres({ dataDir });
  expect(server.adopted).toBe(false);
  expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  await server.stop();
  expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  bystander.kill();
});

test("what a power cut leaves of a pid file is not in the way", async () => {
  for (const rest of ["", "not a number", stalePidFile(999_999_999)]) {
    await leavePidFile(rest);
    const server = await startEmbeddedPostgres({ dataDir });
    expect(server.adopted).toBe(false);
    await server.stop();
  }
});

test("a living server that cannot be reached is stopped and a new one is started", async () => {
  const starter = spawnStarter({ dataDir });
  await starter.nextReport();
  const before = await readPostmasterFile(join(dataDir, "cluster"));
  starter.child.kill("SIGKILL");
  const lines = (await readFile(pidFile, "utf8")).split("\n");
  await writeFile(pidFile, lines.with(3, "1").join("\n"));
  const said: string[] = [];
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => said.push(line) });
  expect(server.adopted).toBe(false);
  expect(said[0]).toContain(`process ${before?.pid}`);
  expect((await readPostmasterFile(join(dataDir, "cluster")))?.pid).not.toBe(before?.pid);
  await server.stop();
});

test("a lost or changed password is named as such, and a refused start leaves nothing running", async () => {
  const path = join(dataDir, "password");
  const password = await readFile(path, "utf8");
  await writeFile(path, "0".repeat(64));
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: "password_lost" });
  expect(await processesIn(dataDir)).toEqual([]);
  await writeFile(path, password);
  await (await startEmbeddedPostgres({ dataDir })).stop();
});

test("data of another version of PostgreSQL is left alone, with the log as detail", async () => {
  await writeFile(join(dataDir, "cluster", "PG_VERSION"), "12\n");
  const refusal = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: "version_mismatch",
    detail: expect.stringContaining("FATAL"),
    message: expect.not.stringContaining("FATAL"),
  });
  await writeFile(join(dataDir, "cluster", "PG_VERSION"), "18\n");
});

test("a server that refuses its own configuration is reported in plain words", async () => {
  const conf = join(dataDir, "cluster", "postgresql.conf");
  const text = await readFile(conf, "utf8");
  await writeFile(conf, `${text}\nnonsense = here\n`);
  const refusal = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: "start_failed",
    message: expect.stringContaining("DATABASE_URL"),
    detail: expect.stringContaining("nonsense"),
  });
  await writeFile(conf, text);
});

test("a folder with a cluster but without its password is left as it is", async () => {
  const folder = await makeTempFolder();
  await writeFile(join(folder, "SETTLED"), "");
  await mkdir(join(folder, "cluster"));
  await expect(startEmbeddedPostgres({ dataDir: folder })).rejects.toMatchObject({
    code: "password_lost",
  });
  expect(await readdir(join(folder, "cluster"))).toEqual([]);
});

/** As the server's own user would have left it. */
async function leavePidFile(text: string): Promise<void> {
  await writeFile(pidFile, text, { mode: 0o600 });
  const { uid, gid } = await stat(join(dataDir, "cluster"));
  await chown(pidFile, uid, gid);
}

function stalePidFile(pid: number): string {
  return [pid, join(dataDir, "cluster"), 1, 1, "", "127.0.0.1", "0 0", "ready   ", ""].join("\n");
}
