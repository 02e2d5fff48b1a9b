import { createHash } from "node:crypto";
import { join } from "node:path";
import { inServerRole } from "settled/postgres";
import { EmbeddedPostgresError, startEmbeddedPostgres } from "settled/postgres/embedded";
import { localPath } from "./local-path.ts";

export interface FoundDatabase {
  /** With the account that owns the tables: for migrations, workers and commands. */
  readonly url: string;
  /** For what serves requests: row-level security binds its account, or the role that it takes. */
  readonly servingUrl: string;
  /** What to tell the person at the terminal about it. */
  readonly description: string;
  /** Stops an embedded server that nobody else uses; a server of the operator's own is left alone. */
  close(): Promise<void>;
}

/**
 * The database of `DATABASE_URL`, or an embedded PostgreSQL whose data lie in the project (or `SETTLED_DATA_DIR`).
 * `SETTLED_SERVER_DATABASE_URL` is the account of its own that serves requests in the former.
 */
export async function findDatabase(env: NodeJS.ProcessEnv = process.env): Promise<FoundDatabase> {
  const url = env["DATABASE_URL"];
  if (url !== undefined && url !== "") {
    return {
      url,
      servingUrl: servingUrlIn(env) ?? inServerRole(url),
      description: "the database of DATABASE_URL",
      close: () => Promise.resolve(),
    };
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

/** The account that serves requests, where the operator gave it one; null = none. */
export function servingUrlIn(env: NodeJS.ProcessEnv): string | null {
  return env["SETTLED_SERVER_DATABASE_URL"] || null;
}

async function start(dataDir: string): Promise<FoundDatabase> {
  const server = await startEmbeddedPostgres({ dataDir });
  return {
    url: server.url,
    servingUrl: server.servingUrl,
    description: `embedded PostgreSQL on port ${server.port}, data in ${dataDir}`,
    close: () => server.stop(),
  };
}

/** One folder for each project, outside of it, where every user can pass. */
function reachableFolder(unreachable: string): string {
  const name = createHash("sha256").update(unreachable).digest("hex").slice(0, 12);
  return join("/var/lib/settled", name);
}
