import type { ServedRunJson } from "../http/served-run-json.ts";
import type { RunEventJson } from "../present/run-event-json.ts";
import { asRunId } from "../run/scope.ts";
import type { CommandContext } from "./command-context.ts";
import type { RunDesk } from "./desk/run-desk.ts";
import { EXIT, type ExitCode, exitCodeOfRun } from "./exit-code.ts";
import { findNamedRun } from "./find-named-run.ts";
import type { GlobalOptions } from "./global-options.ts";
import { jsonText } from "./terminal-text.ts";
import { writeEvent } from "./write-event.ts";
import { writeRunHead } from "./write-run.ts";

const BLIND_SLEEP_MS = 1_000;
/** A database or server that restarts is waited for this many looks. */
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
  desk: RunDesk,
): Promise<ExitCode> {
  const { io } = context;
  const watched: Watched = { asked, seen: [], after: "0" };
  let run = await findNamedRun(io, desk, asked.id);
  if (run === null) return EXIT.notFound;
  let blindLooks = 0;
  for (;;) {
    try {
      await tellNews(context, desk, { run, watched });
      if (run.done) return tellEnd(context, { run, watched });
      await desk.awaitNews(run);
      // The run first: whatever ended it then stands in the lines that are read after it.
      run = (await desk.findRun(asRunId(run.id))) ?? run;
      blindLooks = 0;
    } catch (error) {
      blindLooks += 1;
      if (!desk.isPassing(error) || blindLooks > BLIND_LOOKS_MAX) throw error;
      await io.clock.sleep(BLIND_SLEEP_MS);
    }
  }
}

async function tellNews(
  { io }: CommandContext,
  desk: RunDesk,
  { run, watched }: { readonly run: ServedRunJson; readonly watched: Watched },
): Promise<void> {
  for await (const event of desk.timeline(asRunId(run.id), watched.after)) {
    watched.after = event.sequence;
    switch (watched.asked.options.output) {
      case "table":
        writeEvent(io.stdout, event);
        break;
      case "ndjson":
        io.stdout.write(`${jsonText(event)}\n`);
        break;
      case "json":
        watched.seen.push(event);
        break;
    }
  }
}

function tellEnd(
  { io }: CommandContext,
  { run, watched }: { readonly run: ServedRunJson; readonly watched: Watched },
): ExitCode {
  switch (watched.asked.options.output) {
    case "table":
      writeRunHead(io.stdout, run);
      break;
    case "ndjson":
      io.stdout.write(`${jsonText(run)}\n`);
      break;
    case "json":
      io.stdout.write(`${jsonText({ events: watched.seen, run }, 2)}\n`);
      break;
  }
  return exitCodeOfRun(run);
}
