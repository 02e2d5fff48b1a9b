import type { RunEventJson } from "../present/run-event-json.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { isSettledError } from "../run/settled-error.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, type ExitCode, exitCodeOfRun } from "./exit-code.ts";
import { findNamedRun } from "./find-named-run.ts";
import type { GlobalOptions } from "./global-options.ts";
import type { Desk } from "./open-desk.ts";
import { readTimeline } from "./read-timeline.ts";
import { jsonText } from "./terminal-text.ts";
import { viewEvent, viewRun } from "./view-run.ts";
import { writeEvent } from "./write-event.ts";
import { writeRunHead } from "./write-run.ts";

const LOOK_EVERY_MS = 1_000;
/** A database that restarts is waited for this many looks. */
const BLIND_LOOKS_MAX = 30;

interface Watched {
  readonly asked: { readonly options: GlobalOptions; readonly id: string };
  readonly seen: RunEventJson[];
  after: string;
}

/**
 * `settled runs watch ID`: prints each new line of the timeline until the run has ended, then how it ended. As `json`
 * it is one document at the end; as `ndjson` one event a line and the run last.
 */
export async function watchRun(
  context: CommandContext,
  asked: Watched["asked"],
  desk: Desk,
): Promise<ExitCode> {
  const { io } = context;
  const watched: Watched = { asked, seen: [], after: "0" };
  let run = await findNamedRun(io, desk, asked);
  if (run === null) return EXIT.notFound;
  let blindLooks = 0;
  for (;;) {
    try {
      // The run first: whatever ended it then stands in the lines that are read after it.
      run = (await desk.reader.findRun(run.workspaceId, run.id)) ?? run;
      await tellNews(context, desk, { run, watched });
      if (run.status === "completed") return await tellEnd(context, desk, { run, watched });
      blindLooks = 0;
    } catch (error) {
      blindLooks += 1;
      if (!isSettledError(error, "database_unavailable") || blindLooks > BLIND_LOOKS_MAX)
        throw error;
    }
    await io.clock.sleep(LOOK_EVERY_MS);
  }
}

async function tellNews(
  { io }: CommandContext,
  desk: Desk,
  { run, watched }: { readonly run: OperationRun; readonly watched: Watched },
): Promise<void> {
  for await (const event of readTimeline(desk, run, watched.after)) {
    const view = viewEvent(desk, run, event);
    watched.after = event.sequence;
    switch (watched.asked.options.output) {
      case "table":
        writeEvent(io.stdout, view);
        break;
      case "ndjson":
        io.stdout.write(`${jsonText(view)}\n`);
        break;
      case "json":
        watched.seen.push(view);
        break;
    }
  }
}

async function tellEnd(
  { io }: CommandContext,
  desk: Desk,
  { run, watched }: { readonly run: OperationRun; readonly watched: Watched },
): Promise<ExitCode> {
  const view = await viewRun(desk, run, io.now());
  switch (watched.asked.options.output) {
    case "table":
      writeRunHead(io.stdout, view);
      break;
    case "ndjson":
      io.stdout.write(`${jsonText(view.json)}\n`);
      break;
    case "json":
      io.stdout.write(`${jsonText({ events: watched.seen, run: view.json }, 2)}\n`);
      break;
  }
  return exitCodeOfRun(run);
}
