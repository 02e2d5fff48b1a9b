import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../packages/settled/src/postgres/embedded/start-embedded-postgres.ts";
import { removeLeftServers, removeServer, serverFolderPrefix } from "./remove-server.ts";

/**
 * Gives all tests one PostgreSQL: the server of SETTLED_TEST_DATABASE_URL or DATABASE_URL, else an embedded one of
 * its own that leaves nothing behind. Its role may make databases and roles but is no superuser, so that row-level
 * security holds in tests as it does in the product.
 */
export async function setup(): Promise<() => Promise<void>> {
  const given = process.env["SETTLED_TEST_DATABASE_URL"] || process.env["DATABASE_URL"] || "";
  if (given !== "") {
    process.env["SETTLED_TEST_DATABASE_URL"] = given;
    return () => Promise.resolve();
  }
  removeLeftServers(tmpdir());
  const folder = await mkdtemp(join(tmpdir(), serverFolderPrefix()));
  // Also when the tests are interrupted: `exit` is the last that a process hears.
  const atExit = (): void => removeServer(folder);
  process.once("exit", atExit);
  // PostgreSQL never runs as root: the user that it runs as must be able to pass.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: join(folder, "postgres"), durable: false });
  process.env["SETTLED_TEST_DATABASE_URL"] = server.url;
  return async () => {
    await server.stop();
    removeServer(folder);
    process.off("exit", atExit);
  };
}
