import { randomUUID } from "node:crypto";
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
    close: () => onServer(adminUrl, `drop database ${name} with (force)`),
  };
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
