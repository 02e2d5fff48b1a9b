import { SettledError } from "settled";
import { readServerRole, type ServerRole } from "settled/postgres";
import { openPlatform, type Platform } from "../platform.ts";
import { webhookOptionsFrom } from "../webhook-options.ts";
import { LINE_LOGGER } from "./line-logger.ts";

/**
 * Opens the platform for serving, with an account that row-level security binds, and closes it again. Refuses an
 * account that it does not bind.
 */
export async function withServer<Result>(
  servingUrl: string,
  work: (platform: Platform) => Promise<Result>,
): Promise<Result> {
  const platform = openPlatform({
    connectionString: servingUrl,
    role: "server",
    logger: LINE_LOGGER,
    webhooks: webhookOptionsFrom(),
  });
  try {
    assertBound(await readServerRole(platform.database));
    return await work(platform);
  } finally {
    await platform.close();
  }
}

function assertBound({ account, kind }: ServerRole): void {
  switch (kind) {
    case "separate":
    case "borrowed":
      return;
    case "unbound":
      throw new SettledError(
        "invalid_configuration",
        `Row-level security does not bind the account ${account}, so it may not serve requests. Give SETTLED_SERVER_DATABASE_URL an account that owns nothing, is no superuser and has no BYPASSRLS.`,
      );
    case "not_granted":
      throw new SettledError(
        "permission_missing",
        `The account ${account} may not serve requests. Run \`grant settled_server to ${account}\` as an administrator, after the first migration.`,
      );
  }
}
