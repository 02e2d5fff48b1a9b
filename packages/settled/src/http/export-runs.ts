import {
  PAGE_SIZE_MAX,
  type RunCursor,
  type RunFilter,
  type RunPage,
} from "../ports/run-reader.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { Answer } from "./answer.ts";
import { answerExport, type ExportPage, readOn } from "./answer-export.ts";
import type { ActorExchange } from "./exchange.ts";
import { EXPORT_TEXTS, type ExportText } from "./export-text.ts";
import type { Problem } from "./problem.ts";
import { readQuery } from "./read-query.ts";
import { asCursorText } from "./run-cursor.ts";
import { EXPORT_QUERY } from "./run-query.ts";
import { asRunFilter } from "./run-filter.ts";
import { asListedRunJson } from "./served-run-json.ts";
import { asRunView } from "./view-run.ts";
import { type OpenedRuns, openRuns, visibleFilter, visibleOf } from "./visible-runs.ts";

/** GET …/runs:export: all runs of the filter as a file, newest first, as they were when it was asked for. */
export async function exportRuns(exchange: ActorExchange): Promise<Answer> {
  const { desk, url } = exchange;
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
  const first = await visiblePage(exchange, opened, { filter, after: cursor });
  if (first.kind === "problem") return first;
  const text = EXPORT_TEXTS[format];
  const day = now.toISOString().slice(0, 10);
  return answerExport(exchange, {
    name: `runs-${opened.workspaceId}-${day}.${format}`,
    mediaType: text.mediaType,
    next: linesOf(exchange, { filter, text, first }),
  });
}

type SeenPage = ExportPage & RunPage;

type VisiblePage = SeenPage | { readonly kind: "problem"; readonly problem: Problem };

interface AskedPage {
  readonly filter: RunFilter;
  readonly after: RunCursor | null;
}

async function visiblePage(
  exchange: ActorExchange,
  opened: OpenedRuns,
  { filter, after }: AskedPage,
): Promise<VisiblePage> {
  const visible = await visibleFilter(exchange, opened, filter);
  if (visible.kind === "problem") return visible;
  const { reader } = exchange.desk.settled;
  const { workspaceId } = opened;
  const asked = { workspaceId, filter: visible.filter, after, limit: PAGE_SIZE_MAX };
  const { runs, next } = await reader.listRuns(asked);
  const seen = await visibleOf(exchange, runs, visible.filter);
  return { kind: "page", reach: opened.reach, runs: seen, next };
}

/** One page of lines for each call, and one page held at a time. */
function linesOf(
  exchange: ActorExchange,
  file: {
    readonly filter: RunFilter;
    readonly text: ExportText;
    readonly first: SeenPage;
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
    const { runs, next } = page ?? (await laterPage(exchange, first, { filter, after }));
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

/** Asks for access anew: what an actor may see can change while they read. */
function laterPage(exchange: ActorExchange, first: SeenPage, asked: AskedPage): Promise<RunPage> {
  return readOn(exchange, first, async (again) => {
    const opened = await openRuns(again);
    return opened.kind === "problem" ? opened : visiblePage(again, opened, asked);
  });
}
