import { migrateDatabase } from "../postgres/migrate.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { GlobalOptions } from "./global-options.ts";
import { openDesk } from "./open-desk.ts";
import { jsonText } from "./terminal-text.ts";

export interface MigrateTablesOptions extends GlobalOptions {
  readonly dryRun?: boolean;
}

/** `settled migrate`: brings the database to this release, or says what that would take. */
export async function migrateTables(
  context: CommandContext,
  options: MigrateTablesOptions,
): Promise<ExitCode> {
  const desk = await openDesk(context, options);
  await desk.close();
  const { connectionString, schema } = desk;
  const dryRun = options.dryRun === true;
  const report = await migrateDatabase({ connectionString, schema, dryRun });
  const { stdout } = context.io;
  if (options.output !== "table") {
    const body = { dry_run: dryRun, ...report };
    stdout.write(`${jsonText(body, options.output === "json" ? 2 : 0)}\n`);
    return EXIT.ok;
  }
  for (const name of report.applied) stdout.write(`✓ applied ${name}\n`);
  for (const name of report.pending) stdout.write(`○ would apply ${name}\n`);
  for (const name of report.unknown) stdout.write(`! applied by a newer release: ${name}\n`);
  if (report.applied.length + report.pending.length === 0) {
    stdout.write("The database is up to date.\n");
  }
  return EXIT.ok;
}
