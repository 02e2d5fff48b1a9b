import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectDatabase } from "settled/postgres";
import { startEmbeddedPostgres } from "settled/postgres/embedded";
import { createDatabase, dropDatabase } from "../store/whole-database.ts";

export interface DemoDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** A database that the story has for itself: a server in a temporary folder, or one database of DATABASE_URL's server. */
export async function openDemoDatabase(
  env: NodeJS.ProcessEnv = process.env,
): Promise<DemoDatabase> {
  const serverUrl = env["DATABASE_URL"];
  if (serverUrl !== undefined && serverUrl !== "") return onServer(serverUrl);
  // Not by mkdtemp: when root starts it, the server runs as another user, who must be able to enter.
  const folder = join(tmpdir(), `settled-story-${randomUUID().slice(0, 8)}`);
  const server = await startEmbeddedPostgres({ dataDir: folder });
  return {
    url: server.url,
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function onServer(serverUrl: string): Promise<DemoDatabase> {
  const server = connectDatabase({ connectionString: serverUrl, connectionsMax: 1 });
  const name = `settled_story_${randomUUID().slice(0, 8)}`;
  await createDatabase(server, name);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async close() {
      await dropDatabase(server, name);
      await server.close();
    },
  };
}
