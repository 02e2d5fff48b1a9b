import type { OperationRun } from "../run/operation-run.ts";
import type { WorkspaceId } from "../run/scope.ts";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { type FilterOptions, filterOf } from "./filter-options.ts";
import { type GlobalOptions, workspaceOf } from "./global-options.ts";
import type { Desk } from "./open-desk.ts";
import { outcomeColour } from "./outcome-colour.ts";
import { usageFault, writeWarning } from "./report-fault.ts";
import { asCursorText, readCursor } from "./run-cursor.ts";
import { shortAge } from "./short-age.ts";
import { jsonText } from "./terminal-text.ts";
import { type RunView, viewListedRun } from "./view-run.ts";
import { walkRuns } from "./walk-runs.ts";
import { writeTable } from "./write-table.ts";

export interface ListRunsOptions extends GlobalOptions, FilterOptions {
  readonly limit: number;
  readonly cursor?: string;
  /** Every page, one run a line. */
  readonly all?: boolean;
}

const COLUMNS = [
  { title: "RUN" },
  { title: "STATE" },
  { title: "OPERATION", widthMin: 16 },
  { title: "ENVIRONMENT", widthMin: 8 },
  { title: "AGE" },
];

/** `settled runs list`: a page of a workspace's runs, newest first. */
export async function listRuns(
  { io }: CommandContext,
  options: ListRunsOptions,
  desk: Desk,
): Promise<ExitCode> {
  warnOfUnknownTypes(io, desk, options);
  if (options.all === true) return listAllRuns(io, options, desk);
  const { runs, next } = await desk.reader.listRuns({
    workspaceId: workspaceOf(io, options),
    filter: filterOf(options),
    after: options.cursor === undefined ? null : readCursor(options.cursor),
    limit: options.limit,
  });
  const now = io.now();
  const views = runs.map((run) => viewListedRun(desk, run, now));
  const cursor = next === null ? null : asCursorText(next);
  if (options.output === "json") {
    const body = { runs: views.map(({ json }) => json), next_cursor: cursor };
    io.stdout.write(`${jsonText(body, 2)}\n`);
    return EXIT.ok;
  }
  if (options.output === "ndjson") {
    for (const view of views) io.stdout.write(`${jsonText(view.json)}\n`);
  } else if (views.length === 0) {
    io.stdout.write(`${noRunsWords(workspaceOf(io, options), options)}\n`);
  } else {
    writeTable(
      io.stdout,
      COLUMNS,
      views.map((view) => rowOf(view, now)),
    );
  }
  if (cursor !== null) io.stderr.write(`There are more: --cursor ${cursor}\n`);
  return EXIT.ok;
}

async function listAllRuns(io: CliIo, options: ListRunsOptions, desk: Desk): Promise<ExitCode> {
  if (options.output !== "ndjson" || options.cursor !== undefined) {
    throw usageFault(
      "--all writes every run as a line of its own.",
      "Give -o ndjson and no --cursor.",
    );
  }
  for await (const views of walkRuns(desk, io, options)) {
    for (const { json } of views) io.stdout.write(`${jsonText(json)}\n`);
  }
  return EXIT.ok;
}

/** A workspace that is mistyped has no runs either, so it is named. */
function noRunsWords(workspaceId: WorkspaceId, options: ListRunsOptions): string {
  const { cursor, ...filter } = { ...filterOf(options), cursor: options.cursor };
  const isNarrowed = cursor !== undefined || Object.keys(filter).length > 0;
  return isNarrowed
    ? `No run of the workspace ${workspaceId} fits what was asked for.`
    : `No runs in the workspace ${workspaceId}.`;
}

/** Not refused: a type that this release does not know any more may still have runs. */
function warnOfUnknownTypes(
  io: CliIo,
  { catalog }: Desk,
  { type: asked = [] }: ListRunsOptions,
): void {
  const known = catalog.operations.map(({ type }) => type);
  const unknown = known.length === 0 ? [] : asked.filter((type) => !known.includes(type));
  if (unknown.length === 0) return;
  writeWarning(io, `Unknown operation: ${unknown.join(", ")}. Known are: ${known.join(", ")}.`);
}

function rowOf({ run, presented }: RunView, now: Date) {
  const { glyph, label } = presented.position;
  return [
    { text: run.id },
    { text: `${glyph} ${label}`, colour: outcomeColour(run) },
    { text: run.operationType },
    { text: run.environmentId ?? "(all)" },
    { text: shortAge(ageMs(run, now)) },
  ];
}

function ageMs({ createdAt }: OperationRun, now: Date): number {
  return now.getTime() - createdAt.getTime();
}
