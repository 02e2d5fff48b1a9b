import { join } from "node:path";
import { type NamedSql, readSqlFolder } from "../sql-files.ts";

const SQL_FOLDER = join(import.meta.dirname, "sql");

/** The statements of this room, written for the given schema. */
export function readInvariantSql(schema: string): NamedSql {
  return readSqlFolder(SQL_FOLDER, schema);
}
