import type { Command } from "commander";
import { makeOwnerLink } from "../access/owner-link.ts";
import { linkAddress } from "./link-address.ts";
import { withPlatform } from "./with-platform.ts";
import { addOutputOption, type OutputFormat, writeAnswer } from "./write-output.ts";

interface OwnerLinkOptions {
  readonly server?: string;
  readonly output: OutputFormat;
}

/** `platform owner-link`: whoever may run commands at the machine may become, or become again, its owner. */
export function addOwnerLinkCommand(program: Command): void {
  addOutputOption(program.command("owner-link"))
    .description("make a one-time link by which its reader owns the installation")
    .option("--server <url>", "where the server is reached; SETTLED_PUBLIC_URL unless said")
    .action((options: OwnerLinkOptions) =>
      withPlatform(async ({ database }) => {
        const { secret, expiresAt } = await makeOwnerLink(database);
        const url = linkAddress(secret, options.server);
        const expires_at = expiresAt.toISOString();
        writeAnswer(options.output, {
          json: { url, expires_at },
          columns: [],
          rows: [],
          notes: [url, `It counts once, until ${expires_at}. Links made before lead nowhere now.`],
        });
      }),
    );
}
