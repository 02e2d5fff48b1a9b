import type { SqlExecutor } from "settled";

const NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/** Makes a database; the name is our own and goes into the statement as it is. */
export async function createDatabase(on: SqlExecutor, name: string): Promise<void> {
  await on.executeSql(`create database ${plain(name)}`);
}

/** Removes a database, whoever is still connected to it. */
export async function dropDatabase(on: SqlExecutor, name: string): Promise<void> {
  // Forced, it would be refused while the server's own account vacuums there; unforced, it ends the vacuum.
  await on.executeSql(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
    [name],
  );
  await on.executeSql(`drop database if exists ${plain(name)}`);
}

function plain(name: string): string {
  if (!NAME.test(name)) throw new Error("A database of ours has a plain lower-case name.");
  return name;
}
