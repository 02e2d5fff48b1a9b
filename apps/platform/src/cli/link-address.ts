import { welcomePath } from "../access/invitation.ts";
import { readServerSettings } from "../server/server-settings.ts";
import { DEFAULT_PORT } from "./listen-options.ts";

/** Where a one-time link leads: to the server that is named, else where this installation says that it is reached. */
export function linkAddress(secret: string, server?: string): string {
  const port = process.env["PORT"] || DEFAULT_PORT;
  const origin = server ?? readServerSettings().publicUrl ?? `http://127.0.0.1:${port}`;
  return `${origin.replace(/\/+$/, "")}${welcomePath(secret)}`;
}
