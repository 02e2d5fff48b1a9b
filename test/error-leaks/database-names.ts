import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../tidy/read-repository.ts";

const MIGRATIONS = [
  "packages/settled/src/postgres/migrations",
  "apps/platform/src/store/migrations",
];
const NAMED =
  /\b(?:create\s+(?:unique\s+)?(?:table|index|view|function|policy)(?:\s+if\s+not\s+exists)?|constraint)\s+(?:(\w+)\.)?(\w+)/gi;

/**
 * The names that migrations give to tables, indexes and constraints: with their schema, and alone where they are made
 * of several words. One plain word, such as `reviews`, is a word of the language, too.
 */
export function databaseNames(): ReadonlySet<string> {
  const files = MIGRATIONS.flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder)).map((name) => join(REPOSITORY, folder, name)),
  );
  const names = files.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(NAMED)].flatMap(([, schema, name = ""]) => [
      ...(schema === undefined ? [] : [`${schema}.${name}`]),
      ...(name.includes("_") ? [name] : []),
    ]),
  );
  return new Set(names);
}
