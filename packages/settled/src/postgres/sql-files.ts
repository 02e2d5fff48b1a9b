import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SettledError } from "../run/settled-error.ts";

export const DEFAULT_SCHEMA = "settled";

const SQL_FOLDER = join(import.meta.dirname, "sql");
const MIGRATIONS_FOLDER = join(import.meta.dirname, "migrations");
const SCHEMA_NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/** The named statements of a folder, written for the given schema: `insert-run.sql` is `sql("insert-run")`. */
export type NamedSql = (name: string) => string;

export function readNamedSql(schema: string): NamedSql {
  return readSqlFolder(SQL_FOLDER, schema);
}

export function readSqlFolder(folder: string, schema: string = DEFAULT_SCHEMA): NamedSql {
  const texts = new Map(
    sqlFilesOf(folder).map((file) => [
      file.replace(/\.sql$/, ""),
      inSchema(readFileSync(join(folder, file), "utf8"), schema),
    ]),
  );
  return (name) => {
    const text = texts.get(name);
    if (text === undefined)
      throw new SettledError("internal", `There is no statement ${name}.sql.`);
    return text;
  };
}

export interface MigrationFile {
  readonly name: string;
  readonly text: string;
  /** An older release must not work on a database that has it. */
  readonly breaking: boolean;
}

/** This release's own migrations, for the given schema. */
export function readOwnMigrations(schema: string): readonly MigrationFile[] {
  return readMigrationFiles(MIGRATIONS_FOLDER).map((file) => ({
    ...file,
    text: inSchema(file.text, schema),
  }));
}

/** The migrations of a folder in the order of their numbers, as they are. */
export function readMigrationFiles(folder: string): readonly MigrationFile[] {
  return sqlFilesOf(folder).map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return { name: file.replace(/\.sql$/, ""), text, breaking: text.startsWith("--! breaking") };
  });
}

/** The statements are written for the schema `settled`; a host may choose another name. */
export function inSchema(text: string, schema: string): string {
  if (!SCHEMA_NAME.test(schema)) {
    throw new SettledError(
      "invalid_configuration",
      "A schema name is lower-case letters, digits and underscores, at most 63.",
    );
  }
  if (schema === DEFAULT_SCHEMA) return text;
  return text
    .replace(/\bsettled\./g, `${schema}.`)
    .replace(/\bschema (if not exists )?settled\b/g, `schema $1${schema}`);
}

function sqlFilesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
}
