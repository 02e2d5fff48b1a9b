import { escapeIdentifier, escapeLiteral } from "pg";
import { asSuperuser, connectionUrl, type ServerAddress } from "./connect-to-server.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { errorCodeOf } from "./folder-error.ts";
import { OWNER, SERVING } from "./role-names.ts";

const DATABASE = "settled";

export function databaseUrl(address: ServerAddress, database = DATABASE): string {
  return connectionUrl(address, { role: OWNER, database });
}

/** With the account that serves requests, whose password this is. */
export function servingUrl({ port }: ServerAddress, password: string): string {
  return connectionUrl({ port, password }, { role: SERVING, database: DATABASE });
}

export function superuserUrl(address: ServerAddress): string {
  return connectionUrl(address, { role: "postgres", database: DATABASE });
}

/** Makes the role and the database that Settled works with, where they are missing. */
export async function ensureDatabase(address: ServerAddress): Promise<void> {
  await asSuperuser(address, async (client) => {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      "select exists (select from pg_roles where rolname = $1) as role, exists (select from pg_database where datname = $2) as database",
      [OWNER, DATABASE],
    );
    if (rows[0]?.role !== true) {
      const password = escapeLiteral(address.password);
      await client.query(`create role ${OWNER} login createdb createrole password ${password}`);
    }
    if (rows[0]?.database !== true) {
      await client.query(`create database ${DATABASE} owner ${OWNER}`);
    }
  });
}

export async function createDatabase(address: ServerAddress, name: string): Promise<string> {
  try {
    await asSuperuser(address, (client) =>
      client.query(`create database ${escapeIdentifier(name)} owner ${OWNER}`),
    );
  } catch (error) {
    if (errorCodeOf(error) !== "42P04") {
      throw error;
    }
    throw new EmbeddedPostgresError(
      "database_exists",
      `There is already a database named ${name}. Choose another name, or drop it first.`,
      { cause: error },
    );
  }
  return databaseUrl(address, name);
}

export async function dropDatabase(address: ServerAddress, name: string): Promise<void> {
  await asSuperuser(address, (client) =>
    client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`),
  );
}
