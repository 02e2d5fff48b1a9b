import type { OperationRun, RunOutcome, RunStatus } from "../run/operation-run.ts";
import { asEnvironmentId } from "../run/scope.ts";
import type { RunFilter } from "../ports/run-reader.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { type GlobalOptions, workspaceOf } from "./global-options.ts";
import type { Desk } from "./open-desk.ts";
import { outcomeColour } from "./outcome-colour.ts";
import { asCursorText, readCursor } from "./run-cursor.ts";
import { shortAge } from "./short-age.ts";
import { jsonText } from "./terminal-text.ts";
import { type RunView, viewListedRun } from "./view-run.ts";
import { writeTable } from "./write-table.ts";

export interface ListRunsOptions extends GlobalOptions {
  readonly status?: readonly RunStatus[];
  readonly outcome?: readonly RunOutcome[];
  readonly type?: readonly string[];
  readonly environment?: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
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
    for (const { json } of views) io.stdout.write(`${jsonText(json)}\n`);
  } else if (views.length === 0) {
    io.stdout.write("No runs.\n");
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

function filterOf({ status, outcome, type, environment }: ListRunsOptions): RunFilter {
  return {
    ...(status === undefined ? {} : { status }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(type === undefined ? {} : { operationType: type }),
    ...(environment === undefined ? {} : { environmentId: environment.map(asEnvironmentId) }),
  };
}
