import type { Command } from "commander";
import { withPlatform } from "./with-platform.ts";
import { type ComposeOptions, composeFromTerminal } from "./review-compose.ts";
import { listFromTerminal } from "./review-list.ts";
import { type RetractOptions, retractFromTerminal } from "./review-retract.ts";
import { showFromTerminal } from "./review-show.ts";
import type { ScopeOptions } from "./find-scope.ts";
import { addOutputOption } from "./write-output.ts";

/** `platform review`: environment reviews are composed, listed, shown and taken back. */
export function addReviewCommand(program: Command, end: (code: number) => void): void {
  const review = program.command("review").description("environment reviews");
  scoped(review.command("compose"))
    .description("compose the review of an environment")
    .option("--period <key>", '"2026-05", "2026-Q2" or "adhoc"', thisMonth())
    .option("--snapshot <id>", "a sealed snapshot; the newest unless said")
    .option(
      "--baseline <name>",
      'a baseline by its name or id, or "none"; the one of the last review unless said',
    )
    .option("--no-wait", "leave as soon as the run is accepted")
    .action(async (options: ComposeOptions) => {
      end(await withPlatform((platform) => composeFromTerminal(platform, options)));
    });
  scoped(review.command("list"))
    .description("list the reviews of an environment, the newest first")
    .action(async (options: ScopeOptions) => {
      await withPlatform((platform) => listFromTerminal(platform, options));
    });
  scoped(review.command("show [review]"))
    .description("show a review; the newest of the environment unless its id is said")
    .action(async (id: string | undefined, options: ScopeOptions) => {
      await withPlatform((platform) => showFromTerminal(platform, options, id));
    });
  for (const [name, became, description] of RETRACTIONS) {
    scoped(review.command(`${name} <review>`))
      .description(description)
      .requiredOption("--reason <text>", "why; it is kept and shown")
      .action(async (id: string, options: RetractOptions) => {
        await withPlatform((platform) => retractFromTerminal(platform, { ...options, id, became }));
      });
  }
}

const RETRACTIONS = [
  ["withdraw", "withdrawn", "take a review back; it stays as a tombstone with the reason"],
  ["invalidate", "invalid", "mark a review as not to be trusted, with the reason"],
] as const;

function scoped(command: Command): Command {
  return addOutputOption(
    command
      .requiredOption("--workspace <id>", "the workspace")
      .requiredOption("--environment <id>", "the environment"),
  );
}

function thisMonth(): string {
  return new Date().toISOString().slice(0, 7);
}
