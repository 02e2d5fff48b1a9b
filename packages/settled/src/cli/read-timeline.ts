import type { OperationRun } from "../run/operation-run.ts";
import type { RunEvent } from "../run/run-event.ts";
import type { Desk } from "./open-desk.ts";

const LINES_PER_PAGE = 200;

/** The lines of a run's timeline behind a sequence, page by page. */
export async function* readTimeline(
  desk: Desk,
  { workspaceId, id: runId }: OperationRun,
  after = "0",
): AsyncGenerator<RunEvent> {
  let afterSequence = after;
  for (;;) {
    const asked = { workspaceId, runId, afterSequence, limit: LINES_PER_PAGE };
    const events = await desk.reader.listEvents(asked);
    yield* events;
    const last = events.at(-1);
    if (last === undefined || events.length < LINES_PER_PAGE) return;
    afterSequence = last.sequence;
  }
}
