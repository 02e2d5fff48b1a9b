import type { RunReader } from "../../ports/run-reader.ts";
import type { RunEvent } from "../../run/run-event.ts";
import type { RunId, WorkspaceId } from "../../run/scope.ts";

const LINES_PER_PAGE = 200;

/** The lines of a run's timeline behind a sequence, page by page. */
export async function* readTimeline(
  reader: RunReader,
  run: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
  after = "0",
): AsyncGenerator<RunEvent> {
  let afterSequence = after;
  for (;;) {
    const events = await reader.listEvents({ ...run, afterSequence, limit: LINES_PER_PAGE });
    yield* events;
    const last = events.at(-1);
    if (last === undefined || events.length < LINES_PER_PAGE) return;
    afterSequence = last.sequence;
  }
}
