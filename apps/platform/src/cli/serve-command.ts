import { type Command, InvalidArgumentError, Option } from "commander";
import { findBootstrapToken } from "../bootstrap-token.ts";
import { readServerSettings } from "../server/server-settings.ts";
import { listen } from "./listen.ts";
import { sayWayIn } from "./say-way-in.ts";
import { untilStopped } from "./until-stopped.ts";
import { withServer } from "./with-server.ts";
import { withServingUrl } from "./with-serving-url.ts";

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly importRoot?: string;
}

export const DEFAULT_PORT = 4040;

/** `platform serve`: the API and the pages, until it is stopped. */
export function addServeCommand(program: Command): void {
  addListenOptions(program.command("serve").description("serve the API and the pages")).action(
    async (options: ServeOptions) => {
      const settings = readServerSettings();
      const token = findBootstrapToken();
      await withServingUrl((servingUrl, link) =>
        withServer(servingUrl, async (platform) => {
          const server = await listen(options, { platform, token, settings });
          const serverUrl = settings.publicUrl ?? server.url;
          sayWayIn({ serverUrl, link, hasToken: token !== null });
          await untilStopped();
          await server.close();
        }),
      );
    },
  );
}

export function addListenOptions(command: Command): Command {
  const port = new Option("--port <n>", "the port; 0 for a free one")
    .argParser(asPort)
    .default(DEFAULT_PORT);
  const importRoot = new Option(
    "--import-root <path>",
    "the folder below which owners may name exports over the API; none may be named unless said",
  );
  // An empty variable is one that was not set.
  return command
    .addOption(process.env["PORT"] === "" ? port : port.env("PORT"))
    .addOption(
      process.env["SETTLED_IMPORT_ROOT"] === ""
        ? importRoot
        : importRoot.env("SETTLED_IMPORT_ROOT"),
    )
    .option("--host <address>", "the address to listen on", "127.0.0.1");
}

function asPort(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError("Give a whole number from 0 to 65535.");
}
