import type { ListedRunJson } from "../http/served-run-json.ts";
import { positionLabelOf } from "../present/position-label.ts";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import type { RunDesk } from "./desk/run-desk.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { type FilterOptions, filterOf } from "./filter-options.ts";
import type { GlobalOptions } from "./global-options.ts";
import { outcomeColour } from "./outcome-colour.ts";
import { usageFault, writeWarning } from "./report-fault.ts";
import { shortAge } from "./short-age.ts";
import { jsonText } from "./terminal-text.ts";
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
  desk: RunDesk,
): Promise<ExitCode> {
  await warnOfUnknownTypes(io, desk, options);
  if (options.all === true) return listAllRuns(io, options, desk);
  const { limit, cursor: place } = options;
  const from = place === undefined ? {} : { cursor: place };
  const { runs, cursor } = await desk.listRuns({ filter: filterOf(options), limit, ...from });
  if (options.output === "json") {
    io.stdout.write(`${jsonText({ runs, next_cursor: cursor }, 2)}\n`);
    return EXIT.ok;
  }
  if (options.output === "ndjson") {
    for (const run of runs) io.stdout.write(`${jsonText(run)}\n`);
  } else if (runs.length === 0) {
    io.stdout.write(`${noRunsWords(desk, options)}\n`);
  } else {
    const nowMs = io.now().getTime();
    writeTable(
      io.stdout,
      COLUMNS,
      runs.map((run) => rowOf(run, nowMs)),
    );
  }
  if (cursor !== null) io.stderr.write(`There are more: --cursor ${cursor}\n`);
  return EXIT.ok;
}

async function listAllRuns(io: CliIo, options: ListRunsOptions, desk: RunDesk): Promise<ExitCode> {
  if (options.output !== "ndjson" || options.cursor !== undefined) {
    throw usageFault(
      "--all writes every run as a line of its own.",
      "Give -o ndjson and no --cursor.",
    );
  }
  for await (const runs of walkRuns(desk, io, options)) {
    for (const run of runs) io.stdout.write(`${jsonText(run)}\n`);
  }
  return EXIT.ok;
}

/** A workspace that is mistyped has no runs either, so it is named. */
function noRunsWords({ workspaceId }: RunDesk, options: ListRunsOptions): string {
  const isNarrowed = options.cursor !== undefined || Object.keys(filterOf(options)).length > 0;
  return isNarrowed
    ? `No run of the workspace ${workspaceId} fits what was asked for.`
    : `No runs in the workspace ${workspaceId}.`;
}

/** Not refused: a type that this release does not know any more may still have runs. */
async function warnOfUnknownTypes(
  io: CliIo,
  desk: RunDesk,
  { type: asked = [] }: ListRunsOptions,
): Promise<void> {
  if (asked.length === 0) return;
  const known = (await desk.operations()).map(({ type }) => type);
  const unknown = known.length === 0 ? [] : asked.filter((type) => !known.includes(type));
  if (unknown.length === 0) return;
  writeWarning(io, `Unknown operation: ${unknown.join(", ")}. Known are: ${known.join(", ")}.`);
}

function rowOf(run: ListedRunJson, nowMs: number) {
  const { glyph, label } = positionLabelOf(run);
  return [
    { text: run.id },
    { text: `${glyph} ${label}`, colour: outcomeColour(run) },
    { text: run.operation.type },
    { text: run.environment_id ?? "(all)" },
    { text: shortAge(nowMs - Date.parse(run.created_at)) },
  ];
}
