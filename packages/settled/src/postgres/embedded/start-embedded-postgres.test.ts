import { chown, mkdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { runsAsRoot } from "./server-user.ts";
import { startEmbeddedPostgres } from "./start-embedded-postgres.ts";
import {
  makeTempFolder,
  processesIn,
  query,
  removeTempFolders,
  spawnStarter,
} from "./starter-process.test-kit.ts";

afterAll(removeTempFolders);

describe("a server in a new folder", () => {
  let dataDir: string;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    dataDir = join(await makeTempFolder(), "made", "on the way");
    server = await startEmbeddedPostgres({ dataDir });
  });

  afterAll(() => server.stop());

  test("keeps what was committed, in UTF-8 and byte order, on this machine only", async () => {
    const settings = [
      "fsync",
      "synchronous_commit",
      "full_page_writes",
      "listen_addresses",
      "max_connections",
    ];
    const rows = await query<{ name: string; setting: string }>(
      server.url,
      `select name, setting from pg_settings where name in ('${settings.join("','")}')`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: "on",
      synchronous_commit: "on",
      full_page_writes: "on",
      listen_addresses: "127.0.0.1",
      max_connections: "200",
    });
    expect(
      await query(
        server.url,
        "select pg_encoding_to_char(encoding) as encoding, datcollate, datctype from pg_database where datname = current_database()",
      ),
    ).toEqual([{ encoding: "UTF8", datcollate: "C", datctype: "C" }]);
  });

  test("gives a role that row-level security binds, and a superuser beside it", async () => {
    const text =
      "select current_database() as database, rolsuper, rolbypassrls from pg_roles where rolname = current_user";
    expect(await query(server.url, text)).toEqual([
      { database: "settled", rolsuper: false, rolbypassrls: false },
    ]);
    expect(await query(server.superuserUrl, text)).toMatchObject([
      { database: "settled", rolsuper: true },
    ]);
  });

  test("gives an account for servers, which owns nothing and takes no other role", async () => {
    const may = `select current_user as account, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      pg_has_role(current_user, 'settled_owner', 'member') as may_own,
      pg_has_role(current_user, 'settled_server', 'usage') as serves
      from pg_roles where rolname = current_user`;
    expect(await query(server.servingUrl, may)).toEqual([
      {
        account: "settled_serving",
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        may_own: false,
        serves: true,
      },
    ]);
    await expect(query(server.servingUrl, "set role settled_owner")).rejects.toThrow(/permission/);
    await expect(query(server.servingUrl, "create table public.mine ()")).rejects.toThrow(
      /permission/,
    );
    expect((await stat(join(dataDir, "serving-password"))).mode & 0o777).toBe(0o600);
  });

  test("a lost password of the account for servers is replaced by the next start", async () => {
    await rm(join(dataDir, "serving-password"));
    const second = await startEmbeddedPostgres({ dataDir });
    try {
      expect(second.servingUrl).not.toBe(server.servingUrl);
      expect(await query(second.servingUrl, "select 1 as one")).toEqual([{ one: 1 }]);
      await expect(query(server.servingUrl, "select 1")).rejects.toMatchObject({ code: "28P01" });
    } finally {
      await second.stop();
    }
  });

  test("lets nobody in without the password, which other users cannot read", async () => {
    const wrong = new URL(server.url);
    wrong.password = "wrong";
    await expect(query(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
    wrong.password = "";
    wrong.username = "postgres";
    await expect(query(wrong.href, "select 1")).rejects.toThrow(/password/);
    expect((await stat(join(dataDir, "password"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, "cluster"))).mode & 0o077).toBe(0);
    expect(await readFile(join(dataDir, "cluster", "pg_hba.conf"), "utf8")).not.toMatch(
      /\btrust$/m,
    );
  });

  test("creates and drops databases, also while they are in use", async () => {
    const url = await server.createDatabase('Odd "name"');
    expect(await query(url, "select current_database() as name")).toEqual([{ name: 'Odd "name"' }]);
    await expect(server.createDatabase('Odd "name"')).rejects.toMatchObject({
      code: "database_exists",
    });
    const sleeping = query(url, "select pg_sleep(20)").catch(() => "ended");
    await expect
      .poll(() =>
        query(
          server.superuserUrl,
          `select 1 as one from pg_stat_activity where datname = 'Odd "name"'`,
        ),
      )
      .toHaveLength(1);
    await server.dropDatabase('Odd "name"');
    await server.dropDatabase('Odd "name"');
    expect(await sleeping).toBe("ended");
  });

  test("is shared by a second start in the same process and runs until the last one stops", async () => {
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second).toMatchObject({ adopted: true, port: server.port, url: server.url });
    await second.stop();
    await second.stop();
    expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("refuses to be adopted as it is when settings that lose data are in force", async () => {
    await server.stop();
    const fast = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(await query(fast.url, "show fsync")).toEqual([{ fsync: "off" }]);
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
      code: "folder_in_use",
    });
    await fast.stop();
    server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.url, "show fsync")).toEqual([{ fsync: "on" }]);
  });

  test("stops cleanly, more than once, and starts again on the wanted port with its data", async () => {
    await query(server.url, "create table kept as select 7 as number");
    await Promise.all([server.stop(), server.stop()]);
    expect(await processesIn(dataDir)).toEqual([]);
    expect(await readFile(join(dataDir, "server.log"), "utf8")).toMatch(/is shut down\s*$/);
    const { port } = server;
    server = await startEmbeddedPostgres({ dataDir, port });
    expect(server).toMatchObject({ port, adopted: false });
    expect(await query(server.url, "select * from kept")).toEqual([{ number: 7 }]);
  });

  test("says plainly that a wanted port is taken, and leaves nothing running", async () => {
    await server.stop();
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, "127.0.0.1", resolve);
    });
    const { port } = other.address() as { port: number };
    await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toMatchObject({
      code: "port_taken",
      message: expect.stringContaining(String(port)),
    });
    other.close();
    expect(await processesIn(dataDir)).toEqual([]);
  });
});

test("two processes that start at one moment share one server, and the last one stops it", async () => {
  const dataDir = await makeTempFolder();
  const starters = [spawnStarter({ dataDir }), spawnStarter({ dataDir })] as const;
  const reports = await Promise.all(starters.map((starter) => starter.nextReport()));
  expect(reports.map(({ kind }) => kind)).toEqual(["ready", "ready"]);
  expect(new Set(reports.map(({ url }) => url)).size).toBe(1);
  expect(reports.filter(({ adopted }) => adopted)).toHaveLength(1);
  await starters[0].stop();
  expect(await query(reports[1]?.url ?? "", "select 1 as one")).toEqual([{ one: 1 }]);
  await starters[1].stop();
  expect(await processesIn(dataDir)).toEqual([]);
});

test.runIf(runsAsRoot())("an ordinary user starts it as themselves", async () => {
  const nobody = { uid: 65_534, gid: 65_534 };
  const parent = await makeTempFolder();
  await chown(parent, nobody.uid, nobody.gid);
  const dataDir = join(parent, "data");
  const starter = spawnStarter({ dataDir, durable: false }, nobody);
  expect(await starter.nextReport()).toMatchObject({ kind: "ready", adopted: false });
  expect(await stat(join(dataDir, "cluster"))).toMatchObject(nobody);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  // Root adopts it, and leaves it as it is: the folder belongs to its user.
  const asRoot = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(asRoot.adopted).toBe(true);
  await starter.stop();
  await asRoot.stop();
  const again = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(again.adopted).toBe(false);
  await again.stop();
  const starterAgain = spawnStarter({ dataDir, durable: false }, nobody);
  expect(await starterAgain.nextReport()).toMatchObject({ kind: "ready", adopted: false });
  await starterAgain.stop();
});

test.runIf(runsAsRoot())(
  "an ordinary user is told that a folder of root is not theirs",
  async () => {
    const parent = await makeTempFolder();
    await mkdir(join(parent, "data"), { mode: 0o755 });
    const starter = spawnStarter({ dataDir: join(parent, "data") }, { uid: 65_534, gid: 65_534 });
    const report = await starter.nextReport();
    expect(report).toMatchObject({ kind: "refused", code: "folder_not_writable" });
    expect(report.message).toMatch(/SETTLED_DATA_DIR/);
  },
);
