import { migrateDatabase } from "../postgres/migrate.ts";
import { SettledError } from "../run/settled-error.ts";
import type { CommandContext } from "./command-context.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Desk } from "./open-desk.ts";
import { writeWarning } from "./report-fault.ts";

/**
 * Works at a desk whose database fits this release, and closes it whatever happens. Refuses a database that a newer
 * release has changed in a breaking way, and one that was never migrated.
 */
export async function withDesk<OpenDesk extends Desk>(
  context: CommandContext,
  opening: Promise<OpenDesk>,
  work: (desk: OpenDesk) => Promise<ExitCode>,
): Promise<void> {
  const desk = await opening;
  try {
    await assertMigrated(context, desk);
    context.end(await work(desk));
  } finally {
    await desk.close().catch(() => undefined);
  }
}

async function assertMigrated({ io }: CommandContext, desk: Desk): Promise<void> {
  const { connectionString, schema } = desk;
  const { pending, applied } = await migrateDatabase({ connectionString, schema, dryRun: true });
  const [first] = pending;
  if (first === undefined) return;
  if (first.startsWith("0001") && applied.length === 0) {
    throw new SettledError("database_not_migrated", "No migration was ever applied to it.");
  }
  writeWarning(io, `${pending.length} migrations are pending. Run \`settled migrate\` soon.`);
}
