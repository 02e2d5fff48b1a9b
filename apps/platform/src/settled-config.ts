import type { SettledOptions } from "settled";
import { connectDatabase } from "settled/postgres";
import { findDatabase, type FoundDatabase } from "./find-database.ts";
import { platformSettledOptions } from "./platform.ts";
import { platformSql } from "./store/platform-sql.ts";
import { webhookOptionsFrom } from "./webhook-options.ts";

let found: FoundDatabase | null = null;

/** For the `settled` command line: the platform's operations on the database that the platform uses. */
export async function settledOptions(): Promise<SettledOptions> {
  found ??= await findDatabase();
  const { url: connectionString } = found;
  const database = connectDatabase({ connectionString, applicationName: "settled cli" });
  return platformSettledOptions({ connectionString, webhooks: webhookOptionsFrom() }, database);
}

/** How the platform's servers connect. */
export async function servingUrl(): Promise<string> {
  found ??= await findDatabase();
  return found.servingUrl;
}

/** Stops an embedded server that this command started and nobody else uses. */
export async function close(): Promise<void> {
  await found?.close();
  found = null;
}

/** Every artifact of the platform, for `settled doctor --check`. */
export const truthViews = platformSql("list-truth-of-runs");
