import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

export interface TestDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** A fresh, empty database on the server that SETTLED_TEST_DATABASE_URL names, dropped when closed. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env["SETTLED_TEST_DATABASE_URL"];
  if (adminUrl === undefined || adminUrl === "") {
    throw new Error(
      "SETTLED_TEST_DATABASE_URL names no server. Set it to a PostgreSQL whose role may create databases and roles.",
    );
  }
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    close: () => dropDatabase(adminUrl, name),
  };
}

const DROP_TRIES_MAX = 20;
const DROP_AGAIN_AFTER_MS = 250;

/** A vacuum of the server's own account cannot be ended by ours: it ends by itself. */
async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  for (let left = DROP_TRIES_MAX; ; left -= 1) {
    try {
      return await onServer(adminUrl, `drop database ${name} with (force)`);
    } catch (error) {
      if ((error as { code?: string }).code !== "42501" || left <= 1) throw error;
      await pause(DROP_AGAIN_AFTER_MS);
    }
  }
}

async function onServer(adminUrl: string, text: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
