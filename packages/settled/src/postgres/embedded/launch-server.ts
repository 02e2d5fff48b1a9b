import { type ChildProcess, spawn } from "node:child_process";
import type { DataFolder } from "./data-folder.ts";
import { explainFailure } from "./explain-failure.ts";
import type { ServerBinaries } from "./find-server-binaries.ts";
import { READY_LIMIT_MS } from "./find-running-server.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { openServerLog } from "./server-log.ts";
import { serverEnvironment, serverSettings } from "./server-settings.ts";
import { waitUntil } from "./wait-until.ts";

export interface LaunchOptions {
  readonly binaries: ServerBinaries;
  readonly port: number;
  readonly durable: boolean;
}

/** Starts a server on an initialised cluster and returns when it accepts connections. */
export async function launchServer(folder: DataFolder, options: LaunchOptions): Promise<void> {
  const log = await openServerLog(folder);
  try {
    const server = spawn(
      options.binaries.postgres,
      ["-D", folder.cluster, ...serverSettings(options)],
      {
        cwd: folder.dataDir,
        env: serverEnvironment(),
        stdio: ["ignore", log.fd, log.fd],
        // Its own session: Ctrl-C in a terminal reaches the whole group, and the server must outlast us.
        detached: true,
        windowsHide: true,
        ...folder.serverUser,
      },
    );
    const end = await becomesReady(server, folder);
    if (end.kind === "failed") {
      const { dataDir } = folder;
      const detail = await log.readTail();
      throw explainFailure("start_failed", { dataDir, port: options.port, detail, ...end });
    }
  } finally {
    await log.close();
  }
}

type Readiness = { readonly kind: "ready" } | { readonly kind: "failed"; readonly cause?: unknown };

async function becomesReady(server: ChildProcess, folder: DataFolder): Promise<Readiness> {
  let failure: Readiness | undefined;
  server.once("error", (cause) => {
    failure = { kind: "failed", cause };
  });
  server.once("exit", () => {
    failure ??= { kind: "failed" };
  });
  server.unref();
  const answer = await waitUntil<Readiness>(
    async () => {
      const file = await readPostmasterFile(folder.cluster);
      const isReady = file?.pid === server.pid && file?.status === "ready";
      return failure ?? (isReady ? { kind: "ready" } : undefined);
    },
    { limitMs: READY_LIMIT_MS, everyMs: 10 },
  );
  if (answer === undefined) {
    server.kill("SIGQUIT");
  }
  return answer ?? { kind: "failed" };
}
