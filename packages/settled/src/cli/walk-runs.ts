import { PAGE_SIZE_MAX, type RunCursor } from "../ports/run-reader.ts";
import type { CliIo } from "./cli-io.ts";
import { type FilterOptions, filterOf } from "./filter-options.ts";
import { type GlobalOptions, workspaceOf } from "./global-options.ts";
import type { Desk } from "./open-desk.ts";
import { type RunView, viewListedRun } from "./view-run.ts";

/** Every run of a filter as it stands when it is asked for, page by page: one page is held at a time. */
export async function* walkRuns(
  desk: Desk,
  io: CliIo,
  options: GlobalOptions & FilterOptions,
): AsyncGenerator<readonly RunView[]> {
  const workspaceId = workspaceOf(io, options);
  const now = io.now();
  const given = filterOf(options);
  const until = given.until !== undefined && given.until < now ? given.until : now;
  let after: RunCursor | null = null;
  do {
    const asked = { workspaceId, filter: { ...given, until }, after, limit: PAGE_SIZE_MAX };
    const { runs, next } = await desk.reader.listRuns(asked);
    yield runs.map((run) => viewListedRun(desk, run, now));
    after = next;
  } while (after !== null);
}
