import { inServerRole } from "settled/postgres";
import { openPlatform, type Platform } from "../platform.ts";

/** The platform of a world once more, as it is served: held by row-level security to the workspace that is named. */
export function openAsServer({ database }: Platform): Platform {
  const { connectionString } = database.pool.options;
  if (connectionString === undefined) throw new Error("The world names no database.");
  return openPlatform({ connectionString: inServerRole(connectionString), role: "server" });
}
