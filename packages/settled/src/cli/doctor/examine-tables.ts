import { lookAsReader } from "../../postgres/invariants/look-as-reader.ts";
import { migrateDatabase, type MigrationReport } from "../../postgres/migrate.ts";
import { isSettledError } from "../../run/settled-error.ts";
import type { Desk } from "../open-desk.ts";
import { type Finding, problem, warning, well } from "./finding.ts";
import { orProblem } from "./or-problem.ts";

/** Whether the tables are those of this release, and whether adapters may read under the reader's role. */
export async function examineTables(desk: Desk): Promise<readonly Finding[]> {
  const { connectionString, schema } = desk;
  return orProblem("migrations", async () => {
    const report = await migrateDatabase({ connectionString, schema, dryRun: true });
    return [...migrationFindings(report), await readerFinding(desk)];
  });
}

function migrationFindings({ pending, unknown }: MigrationReport): readonly Finding[] {
  const newer =
    unknown.length === 0
      ? []
      : [
          warning(
            "migrations",
            `A newer release has added to the tables, without harm to this one: ${unknown.join(", ")}.`,
            "Upgrade this program when it suits.",
          ),
        ];
  if (pending.length > 0) {
    const text = `${pending.length} migrations are pending: ${pending.join(", ")}.`;
    return [...newer, problem("migrations", text, "Run `settled migrate`.")];
  }
  return newer.length > 0 ? newer : [well("migrations", "All migrations are applied.")];
}

async function readerFinding({ truth, schema }: Desk): Promise<Finding> {
  try {
    await lookAsReader({ truth, schema });
    return well("reader_role", "Adapters may read under the role settled_reader.");
  } catch (error) {
    if (isSettledError(error, "database_not_migrated")) {
      return problem(
        "reader_role",
        "The tables that adapters read are missing.",
        "Run `settled migrate`.",
      );
    }
    return problem(
      "reader_role",
      "This account cannot read under the role settled_reader, so no adapter can be asked.",
      "Run `settled migrate` as an account that may create roles, then grant settled_reader to this one.",
    );
  }
}
