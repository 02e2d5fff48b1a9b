import { findDatabase, type FoundDatabase } from "../find-database.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { webhookOptionsFrom } from "../webhook-options.ts";
import { LINE_LOGGER } from "./line-logger.ts";

/** Opens the platform on its database, brought to this release, and closes everything again. */
export async function withPlatform<Result>(
  work: (platform: Platform, database: FoundDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await findDatabase();
  try {
    await migratePlatform(database.url);
    const platform = openPlatform({
      connectionString: database.url,
      logger: LINE_LOGGER,
      webhooks: webhookOptionsFrom(),
    });
    try {
      await platform.settled.prepare();
      return await work(platform, database);
    } finally {
      await platform.close();
    }
  } finally {
    await database.close();
  }
}
