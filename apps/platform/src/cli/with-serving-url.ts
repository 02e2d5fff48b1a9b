import { findDatabase, servingUrlIn } from "../find-database.ts";
import { migratePlatform, openPlatform } from "../platform.ts";

/**
 * Brings the database to this release as its owner, lets go of that account, and gives the one to serve with. Where an
 * account to serve with is all that was given, somebody else migrates.
 */
export async function withServingUrl<Result>(
  work: (servingUrl: string) => Promise<Result>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Result> {
  const given = servingUrlIn(env);
  if (given !== null && !env["DATABASE_URL"]) return work(given);
  const database = await findDatabase(env);
  try {
    await bringUpToDate(database.url);
    return await work(database.servingUrl);
  } finally {
    await database.close();
  }
}

async function bringUpToDate(connectionString: string): Promise<void> {
  await migratePlatform(connectionString);
  const owner = openPlatform({ connectionString, supervise: false });
  try {
    await owner.settled.prepare();
  } finally {
    await owner.close();
  }
}
