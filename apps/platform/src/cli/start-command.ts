import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import { firstOwnerLink } from "../access/owner-link.ts";
import { findBootstrapToken } from "../bootstrap-token.ts";
import { seedDemo } from "../demo-data/seed-demo.ts";
import { readServerSettings } from "../server/server-settings.ts";
import { EXIT } from "./exit-code.ts";
import { listen } from "./listen.ts";
import { sayWayIn } from "./say-way-in.ts";
import { addListenOptions, type ListenOptions } from "./listen-options.ts";
import { reportError, say } from "./terminal.ts";
import { untilStopped } from "./until-stopped.ts";
import { withPlatform } from "./with-platform.ts";
import { withServer } from "./with-server.ts";

const PLATFORM_BIN = join(import.meta.dirname, "../../bin/platform.js");
const RESTART_AFTER_MS = 1_000;
const OPEN_WITHIN_MS = 5_000;

interface StartOptions extends ListenOptions {
  readonly demo: boolean;
}

/** `platform start`: database, migrations, generated demo data, server and one worker process, with one command. */
export function addStartCommand(program: Command): void {
  addListenOptions(program.command("start").description("run the whole product on this machine"))
    .option("--no-demo", "leave an empty database empty")
    .action(async ({ demo, ...options }: StartOptions) => {
      const stopped = untilStopped();
      let isOpen = false;
      void stopped.then(() => endUnless(() => isOpen));
      const settings = readServerSettings();
      const token = findBootstrapToken();
      const isOwn = (process.env["DATABASE_URL"] ?? "") !== "";
      say(isOwn ? "Opening the database of DATABASE_URL …" : "Starting the database …");
      // The owner's account seeds and gives the worker its own; requests are served with one that sees less.
      await withPlatform((platform, { url, servingUrl }) =>
        withServer(servingUrl, async (served) => {
          isOpen = true;
          const server = await listen(options, { platform: served, token, settings });
          const worker = keepWorker(url);
          const stopSeeding = new AbortController();
          const serverUrl = settings.publicUrl ?? server.url;
          const link = await firstOwnerLink(platform.database);
          sayWayIn({ serverUrl, link, hasToken: token !== null });
          const seeding = demo
            ? seedDemo(platform, { databaseUrl: url, say, signal: stopSeeding.signal }).catch(
                (error: unknown) => {
                  if (!stopSeeding.signal.aborted) reportError(error);
                },
              )
            : Promise.resolve();
          await stopped;
          say("Stopping …");
          stopSeeding.abort();
          // Whoever waits for a run while the server drains may still see it end.
          await Promise.all([server.close(), seeding]);
          await worker.stop();
        }),
      );
      say("Stopped.");
    });
}

/**
 * A worker keeps nothing of a run, but what is given back to the allocator comes back to the machine late. With these a
 * worker that read 2,000 policies month after month stayed at 260 MB instead of growing to 430, at the same speed.
 */
const WORKER_FLAGS = ["--max-semi-space-size=8"];
const WORKER_ENVIRONMENT = { MALLOC_ARENA_MAX: "2" };

/** A start that hangs in what it opens is ended all the same. */
function endUnless(isOpen: () => boolean): void {
  const end = () => {
    if (!isOpen()) process.exit(EXIT.error);
  };
  setTimeout(end, OPEN_WITHIN_MS).unref();
}

/** One worker as its own process, started again if it ends by itself. */
function keepWorker(databaseUrl: string): { stop(): Promise<void> } {
  let stopping = false;
  let child = start();
  let ended = whenEnded();

  function start() {
    return spawn(process.execPath, [...WORKER_FLAGS, PLATFORM_BIN, "worker"], {
      // By the channel it hears that this process is gone, however that ended.
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...WORKER_ENVIRONMENT, ...process.env, DATABASE_URL: databaseUrl },
      // A Ctrl-C in the terminal reaches this process alone, which then stops the worker in order.
      detached: true,
    });
  }

  async function whenEnded(): Promise<void> {
    await new Promise((resolve) => child.once("exit", resolve));
    if (stopping) return;
    say("The worker has ended; another one is started. Its runs are settled by what is true.");
    await sleep(RESTART_AFTER_MS);
    if (stopping) return;
    child = start();
    ended = whenEnded();
  }

  return {
    async stop() {
      stopping = true;
      child.kill("SIGTERM");
      await ended;
    },
  };
}
