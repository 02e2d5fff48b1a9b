import type { Command } from "commander";
import { asScope, startAndFollow } from "./start-and-follow.ts";
import { withPlatform } from "./with-platform.ts";

interface ComposeOptions {
  readonly workspace: string;
  readonly environment: string;
  readonly period: string;
  readonly snapshot?: string;
  readonly wait: boolean;
}

/** `platform review compose`: composes the review of an environment for a period. */
export function addReviewCommand(program: Command, end: (code: number) => void): void {
  program
    .command("review")
    .description("environment reviews")
    .command("compose")
    .description("compose the review of an environment")
    .requiredOption("--workspace <id>", "the workspace")
    .requiredOption("--environment <id>", "the environment")
    .option("--period <key>", '"2026-05", "2026-Q2" or "adhoc"', thisMonth())
    .option("--snapshot <id>", "a sealed snapshot; the newest unless said")
    .option("--no-wait", "leave as soon as the run is accepted")
    .action(async (options: ComposeOptions) => {
      const { period, snapshot } = options;
      const input = { period, ...(snapshot === undefined ? {} : { snapshot_id: snapshot }) };
      const code = await withPlatform((platform) =>
        startAndFollow(platform, asScope(options), {
          type: "environment.review.compose",
          input,
          wait: options.wait,
        }),
      );
      end(code);
    });
}

function thisMonth(): string {
  return new Date().toISOString().slice(0, 7);
}
