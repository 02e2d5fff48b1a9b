import { firstOwnerLink, type OwnerLink } from "../access/owner-link.ts";
import { findDatabase, servingUrlIn } from "../find-database.ts";
import { migratePlatform, openPlatform } from "../platform.ts";

/**
 * Brings the database to this release as its owner, lets go of that account, and gives the one to serve with, and the
 * link for the first owner, which a server cannot make. Where an account to serve with is all that was given, somebody
 * else migrates and makes links.
 */
export async function withServingUrl<Result>(
  work: (servingUrl: string, link: OwnerLink | null) => Promise<Result>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Result> {
  const given = servingUrlIn(env);
  if (given !== null && !env["DATABASE_URL"]) return work(given, null);
  const database = await findDatabase(env);
  try {
    const link = await bringUpToDate(database.url);
    return await work(database.servingUrl, link);
  } finally {
    await database.close();
  }
}

async function bringUpToDate(connectionString: string): Promise<OwnerLink | null> {
  await migratePlatform(connectionString);
  const owner = openPlatform({ connectionString, supervise: false });
  try {
    await owner.settled.prepare();
    return await firstOwnerLink(owner.database);
  } finally {
    await owner.close();
  }
}
