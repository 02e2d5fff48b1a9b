import { createHash } from "node:crypto";
import { join } from "node:path";
import { EmbeddedPostgresError, startEmbeddedPostgres } from "settled/postgres/embedded";
import { localPath } from "./local-path.ts";

export interface FoundDatabase {
  readonly url: string;
  /** What to tell the person at the terminal about it. */
  readonly description: string;
  /** Stops an embedded server that nobody else uses; a server of the operator's own is left alone. */
  close(): Promise<void>;
}

/** The database of `DATABASE_URL`, or an embedded PostgreSQL whose data lie in the project (or `SETTLED_DATA_DIR`). */
export async function findDatabase(env: NodeJS.ProcessEnv = process.env): Promise<FoundDatabase> {
  const url = env["DATABASE_URL"];
  if (url !== undefined && url !== "") {
    return { url, description: "the database of DATABASE_URL", close: () => Promise.resolve() };
  }
  const folder = localPath("postgres", env);
  try {
    return await start(folder);
  } catch (error) {
    // A project below /root cannot be reached by the unprivileged user that the server must run as.
    const unreachable =
      error instanceof EmbeddedPostgresError && error.code === "folder_not_reachable";
    if (!unreachable || env["SETTLED_DATA_DIR"] !== undefined) throw error;
    return start(reachableFolder(folder));
  }
}

async function start(dataDir: string): Promise<FoundDatabase> {
  const server = await startEmbeddedPostgres({ dataDir });
  return {
    url: server.url,
    description: `embedded PostgreSQL on port ${server.port}, data in ${dataDir}`,
    close: () => server.stop(),
  };
}

/** One folder for each project, outside of it, where every user can pass. */
function reachableFolder(unreachable: string): string {
  const name = createHash("sha256").update(unreachable).digest("hex").slice(0, 12);
  return join("/var/lib/settled", name);
}
