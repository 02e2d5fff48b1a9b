import { chmodSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../packages/settled/src/postgres/embedded/start-embedded-postgres.ts";
import { killServer } from "./kill-server.ts";

/**
 * Gives all tests one PostgreSQL: the server of SETTLED_TEST_DATABASE_URL or DATABASE_URL, else an embedded one of
 * its own that leaves nothing behind. Its role may make databases and roles but is no superuser, so that row-level
 * security holds in tests as it does in the product.
 */
export async function setup(): Promise<() => Promise<void>> {
  const given = process.env["SETTLED_TEST_DATABASE_URL"] || process.env["DATABASE_URL"];
  if (given !== undefined && given !== "") {
    process.env["SETTLED_TEST_DATABASE_URL"] = given;
    return () => Promise.resolve();
  }
  const folder = await mkdtemp(join(tmpdir(), "settled-tests-"));
  // PostgreSQL never runs as root: the user that it runs as must be able to pass.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, "postgres");
  // Whoever ends the tests by force leaves no server and no folder behind either.
  const atExit = (): void => {
    killServer(dataDir);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once("exit", atExit);
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  process.env["SETTLED_TEST_DATABASE_URL"] = server.url;
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    process.off("exit", atExit);
  };
}
