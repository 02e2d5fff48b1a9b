import { setTimeout as delay } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { isLeavingStill, portTakenError } from "./explain-failure.ts";
import type { ServerBinaries } from "./find-server-binaries.ts";
import { findFreePort, isPortFree } from "./free-port.ts";
import { launchServer } from "./launch-server.ts";

const ATTEMPTS_MAX = 30;
const LEAVING_PAUSE_MS = 200;

/** Launches on the port that was asked for, or on a free one, and returns the port. */
export async function launchOnPort(
  folder: DataFolder,
  options: {
    readonly binaries: ServerBinaries;
    readonly durable: boolean;
    readonly port: number | undefined;
  },
): Promise<number> {
  const { port: asked, ...rest } = options;
  if (asked !== undefined && !(await isPortFree(asked))) {
    throw portTakenError(asked);
  }
  for (let attempt = 1; ; attempt += 1) {
    const port = asked ?? (await findFreePort());
    try {
      await launchServer(folder, { ...rest, port });
      return port;
    } catch (error) {
      const lostThePort =
        error instanceof EmbeddedPostgresError &&
        error.code === "port_taken" &&
        asked === undefined;
      if (attempt === ATTEMPTS_MAX || !(lostThePort || isLeavingStill(error))) {
        throw error;
      }
      await delay(LEAVING_PAUSE_MS);
    }
  }
}
