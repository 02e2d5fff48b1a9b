import { asRunId } from "../run/scope.ts";
import type { CommandContext } from "./command-context.ts";
import type { RunDesk } from "./desk/run-desk.ts";
import { type ExitCode, EXIT, exitCodeOfRun } from "./exit-code.ts";
import { findNamedRun } from "./find-named-run.ts";
import type { GlobalOptions } from "./global-options.ts";
import { jsonText, paint } from "./terminal-text.ts";
import { writeEvent } from "./write-event.ts";
import { writeRunFacts, writeRunHead } from "./write-run.ts";

/** `settled runs show ID`: what happened, why it is believed, and the timeline. Ends by the run's outcome. */
export async function showRun(
  { io }: CommandContext,
  asked: { readonly options: GlobalOptions; readonly id: string },
  desk: RunDesk,
): Promise<ExitCode> {
  const run = await findNamedRun(io, desk, asked.id);
  if (run === null) return EXIT.notFound;
  if (asked.options.output !== "table") {
    io.stdout.write(`${jsonText(run, asked.options.output === "json" ? 2 : 0)}\n`);
    return exitCodeOfRun(run);
  }
  writeRunHead(io.stdout, run);
  io.stdout.write("\n");
  writeRunFacts(io.stdout, run);
  io.stdout.write(`\n${paint(io.stdout, "dim", "TIMELINE (UTC)")}\n`);
  for await (const event of desk.timeline(asRunId(run.id))) writeEvent(io.stdout, event);
  return exitCodeOfRun(run);
}
