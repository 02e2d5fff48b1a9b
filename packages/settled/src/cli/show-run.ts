import type { CommandContext } from "./command-context.ts";
import { EXIT, type ExitCode, exitCodeOfRun } from "./exit-code.ts";
import { findNamedRun } from "./find-named-run.ts";
import type { GlobalOptions } from "./global-options.ts";
import type { Desk } from "./open-desk.ts";
import { readTimeline } from "./read-timeline.ts";
import { jsonText, paint } from "./terminal-text.ts";
import { viewEvent, viewRun } from "./view-run.ts";
import { writeEvent } from "./write-event.ts";
import { writeRunFacts, writeRunHead } from "./write-run.ts";

/** `settled runs show ID`: what happened, why it is believed, and the timeline. Ends by the run's outcome. */
export async function showRun(
  { io }: CommandContext,
  asked: { readonly options: GlobalOptions; readonly id: string },
  desk: Desk,
): Promise<ExitCode> {
  const run = await findNamedRun(io, desk, asked);
  if (run === null) return EXIT.notFound;
  const view = await viewRun(desk, run, io.now());
  if (asked.options.output !== "table") {
    io.stdout.write(`${jsonText(view.json, asked.options.output === "json" ? 2 : 0)}\n`);
    return exitCodeOfRun(run);
  }
  writeRunHead(io.stdout, view);
  io.stdout.write("\n");
  writeRunFacts(io.stdout, desk, view);
  io.stdout.write(`\n${paint(io.stdout, "dim", "TIMELINE (UTC)")}\n`);
  for await (const event of readTimeline(desk, run)) {
    writeEvent(io.stdout, viewEvent(desk, run, event));
  }
  return exitCodeOfRun(run);
}
