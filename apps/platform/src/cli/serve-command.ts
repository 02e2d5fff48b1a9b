import type { Command } from "commander";
import { findBootstrapToken } from "../bootstrap-token.ts";
import { readServerSettings } from "../server/server-settings.ts";
import { listen } from "./listen.ts";
import { addListenOptions, type ListenOptions } from "./listen-options.ts";
import { sayWayIn } from "./say-way-in.ts";
import { untilStopped } from "./until-stopped.ts";
import { withServer } from "./with-server.ts";
import { withServingUrl } from "./with-serving-url.ts";

/** `platform serve`: the API and the pages, until it is stopped. */
export function addServeCommand(program: Command): void {
  addListenOptions(program.command("serve").description("serve the API and the pages")).action(
    async (options: ListenOptions) => {
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
