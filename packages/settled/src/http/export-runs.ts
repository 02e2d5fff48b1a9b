import {
  PAGE_SIZE_MAX,
  type RunCursor,
  type RunFilter,
  type RunPage,
} from "../ports/run-reader.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { isSettledError, SettledError } from "../run/settled-error.ts";
import { type Answer, problemAnswer, streamAnswer } from "./answer.ts";
import type { ActorExchange } from "./exchange.ts";
import { EXPORT_WITHIN_MS, exportStream } from "./export-stream.ts";
import { EXPORT_TEXTS, type ExportText } from "./export-text.ts";
import { problemOf, type Problem } from "./problem.ts";
import { readQuery } from "./read-query.ts";
import { asCursorText } from "./run-cursor.ts";
import { EXPORT_QUERY } from "./run-query.ts";
import { asRunFilter } from "./run-filter.ts";
import { asListedRunJson } from "./served-run-json.ts";
import { asRunView } from "./view-run.ts";
import { openRuns, visibleFilter, visibleOf } from "./visible-runs.ts";

/** GET …/runs:export: all runs of the filter as a file, newest first, as they were when it was asked for. */
export async function exportRuns(exchange: ActorExchange): Promise<Answer> {
  const { desk, url, request } = exchange;
  const opened = await openRuns(exchange);
  if (opened.kind === "problem") return opened;
  const query = readQuery(EXPORT_QUERY, url.searchParams);
  if (query.kind === "problem") return query;
  const { format = "ndjson", cursor = null, ...asked } = query.values;
  const now = desk.now();
  const given = asRunFilter(asked);
  // What starts while it is written is left out, so that it has an end.
  const filter = {
    ...given,
    until: given.until !== undefined && given.until < now ? given.until : now,
  };
  const first = await visiblePage(exchange, filter, cursor);
  if (first.kind === "problem") return first;
  const text = EXPORT_TEXTS[format];
  const day = now.toISOString().slice(0, 10);
  const headers = {
    "content-disposition": `attachment; filename="runs-${opened.workspaceId}-${day}.${format}"`,
  };
  if (request.method === "HEAD") {
    return streamAnswer({ mediaType: text.mediaType, headers, body: new Blob([]).stream() });
  }
  const place = desk.exportRoom.enter();
  if (place === null) return problemAnswer(problemOf("too_many_exports"));
  const body = exportStream(
    { next: linesOf(exchange, { filter, text, first }), onEnd: () => place.leave() },
    { clock: desk.clock, withinMs: EXPORT_WITHIN_MS },
  );
  return streamAnswer({ mediaType: text.mediaType, headers, body });
}

type VisiblePage =
  | ({ readonly kind: "page" } & RunPage)
  | { readonly kind: "problem"; readonly problem: Problem };

/** Asks for access anew: what an actor may see can change while they read. */
async function visiblePage(
  exchange: ActorExchange,
  filter: RunFilter,
  after: RunCursor | null,
): Promise<VisiblePage> {
  const opened = await openRuns(exchange);
  if (opened.kind === "problem") return opened;
  const visible = await visibleFilter(exchange, opened, filter);
  if (visible.kind === "problem") return visible;
  const { reader } = exchange.desk.settled;
  const { workspaceId } = opened;
  const asked = { workspaceId, filter: visible.filter, after, limit: PAGE_SIZE_MAX };
  const { runs, next } = await reader.listRuns(asked);
  return { kind: "page", runs: await visibleOf(exchange, runs, visible.filter), next };
}

/** One page of lines for each call, and one page held at a time. */
function linesOf(
  exchange: ActorExchange,
  file: {
    readonly filter: RunFilter;
    readonly text: ExportText;
    readonly first: Extract<VisiblePage, { kind: "page" }>;
  },
): () => Promise<string | null> {
  const { filter, text, first } = file;
  const { exportRunsMax } = exchange.desk;
  let page: RunPage | null = first;
  let written = 0;
  let after: RunCursor | null = null;
  return async () => {
    if (page === null && after === null) return null;
    const head = written === 0 && page === first ? text.head : "";
    const { runs, next } = page ?? (await laterPage(exchange, filter, after));
    const some = runs.slice(0, exportRunsMax - written);
    written += some.length;
    page = null;
    after = next;
    const lines = some.map((run) => {
      const view = asRunView(exchange, run, { artifact: null, maySeeDetail: false });
      return text.line(asListedRunJson(view, exchange.desk), run);
    });
    const cutAt = placeOfCut(some, { runs, next, isFull: written >= exportRunsMax });
    if (cutAt !== null) after = null;
    const last = cutAt === null ? "" : text.cutOff({ runs: written, cursor: asCursorText(cutAt) });
    return `${head}${lines.join("")}${last}`;
  };
}

/** Behind which run a full file goes on; null = there is no more, or room for it. */
function placeOfCut(
  written: readonly OperationRun[],
  page: RunPage & { readonly isFull: boolean },
): RunCursor | null {
  if (!page.isFull) return null;
  const last = written.at(-1);
  return written.length < page.runs.length && last !== undefined
    ? { createdAt: last.createdAt, id: last.id }
    : page.next;
}

/** Who is signed out meanwhile, or may not see it any more, is cut off. */
async function laterPage(
  exchange: ActorExchange,
  filter: RunFilter,
  after: RunCursor | null,
): Promise<RunPage> {
  const { desk, request, actor, requestId } = exchange;
  try {
    const still = await desk.resolveActor(request);
    if (still?.id !== actor.id || still.kind !== actor.kind) throw cut();
    const page = await visiblePage(exchange, filter, after);
    if (page.kind === "problem") throw cut();
    return page;
  } catch (error) {
    const code = isSettledError(error) ? error.code : "internal";
    desk.logger.warn({ requestId, code, error }, "an export was cut off");
    throw error;
  }
}

function cut(): SettledError {
  return new SettledError("internal", "The reader of an export may not go on reading.");
}
