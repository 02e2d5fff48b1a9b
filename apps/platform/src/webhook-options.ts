import { SettledError, type WebhookOptions } from "settled";

/**
 * Where webhooks may lead, by `SETTLED_WEBHOOKS_ALLOW_PRIVATE` (1 = private networks and plain http too), and what
 * `SETTLED_PUBLIC_URL` puts in front of the addresses in messages.
 */
export function webhookOptionsFrom(env: NodeJS.ProcessEnv = process.env): WebhookOptions {
  const allowed = env["SETTLED_WEBHOOKS_ALLOW_PRIVATE"] ?? "";
  if (!["", "0", "1"].includes(allowed)) {
    throw new SettledError(
      "invalid_configuration",
      "SETTLED_WEBHOOKS_ALLOW_PRIVATE is 1, 0 or not set.",
    );
  }
  const baseUrl = env["SETTLED_PUBLIC_URL"] ?? "";
  return { allowPrivate: allowed === "1", ...(baseUrl === "" ? {} : { baseUrl }) };
}
