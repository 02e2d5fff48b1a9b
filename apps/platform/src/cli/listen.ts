import type { PlatformServer, ServeInput } from "../server/serve-platform.ts";
import { LINE_LOGGER } from "./line-logger.ts";
import type { ListenOptions } from "./listen-options.ts";

/** Serves as the options say. What answers requests is loaded here, since no other command needs it. */
export async function listen(
  { port, host, importRoot }: ListenOptions,
  served: Pick<ServeInput, "platform" | "token" | "settings">,
): Promise<PlatformServer> {
  const { servePlatform } = await import("../server/serve-platform.ts");
  const imports = importRoot === undefined ? {} : { importRoot };
  return servePlatform({ ...served, host, port, logger: LINE_LOGGER, ...imports });
}
