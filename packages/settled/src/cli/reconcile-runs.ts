import { positionLabelOf } from "../present/position-label.ts";
import { listDueRuns } from "../postgres/invariants/list-due-runs.ts";
import { asFindingJson } from "../reconcile/finding-json.ts";
import type { ReconcileReport } from "../reconcile/reconcile-options.ts";
import { SWEEP_LIMITS } from "../reconcile/sweep-due-runs.ts";
import { actorOf } from "./actor-at-terminal.ts";
import type { CliIo, TextSink } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import { describeFinding } from "./describe-finding.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { findNamedRun } from "./find-named-run.ts";
import type { GlobalOptions } from "./global-options.ts";
import type { WritingDesk } from "./open-desk.ts";
import { jsonText, LINE_WIDTH, plainLine, wrapText } from "./terminal-text.ts";

export interface ReconcileRunsOptions extends GlobalOptions {
  readonly dryRun?: boolean;
  readonly run?: string;
}

/** `settled reconcile`: asks the truth about one run, or about what is due; as a dry run it writes nothing. */
export async function reconcileRuns(
  { io }: CommandContext,
  options: ReconcileRunsOptions,
  desk: WritingDesk,
): Promise<ExitCode> {
  const dryRun = options.dryRun === true;
  if (options.run !== undefined) {
    const run = await findNamedRun(io, desk, { options, id: options.run });
    if (run === null) return EXIT.notFound;
    const report = await desk.settled.reconcile({ run, actor: actorOf(io), dryRun });
    tellReports(io, options, [report]);
    return report.found.kind === "unknown_operation" ? EXIT.error : EXIT.ok;
  }
  return dryRun ? foretellSweep(io, options, desk) : sweepOnce(io, options, desk);
}

/** What a sweep would do now, run by run. Cost grows with what is due, never with history. */
async function foretellSweep(
  io: CliIo,
  options: ReconcileRunsOptions,
  desk: WritingDesk,
): Promise<ExitCode> {
  const { schema, database: executor } = desk;
  const due = await listDueRuns({ executor, schema, limit: SWEEP_LIMITS.batch });
  const reports: ReconcileReport[] = [];
  for (const run of due) {
    reports.push(await desk.settled.reconcile({ run, actor: actorOf(io), dryRun: true }));
  }
  tellReports(io, options, reports);
  if (due.length === SWEEP_LIMITS.batch)
    io.stderr.write("More runs may be due than were looked at.\n");
  return EXIT.ok;
}

async function sweepOnce(
  io: CliIo,
  options: ReconcileRunsOptions,
  desk: WritingDesk,
): Promise<ExitCode> {
  const { deadWorkers, claimed, changed, failed } = await desk.settled.sweep();
  if (options.output === "table") {
    const words = `Looked at ${claimed} due runs: ${changed} changed, ${failed} could not be judged.`;
    io.stdout.write(`${words} Workers found dead: ${deadWorkers}.\n`);
  } else {
    const body = { dead_workers: deadWorkers, claimed, changed, failed };
    io.stdout.write(`${jsonText(body, options.output === "json" ? 2 : 0)}\n`);
  }
  if (claimed === SWEEP_LIMITS.batch) io.stderr.write("More runs may be due: sweep again.\n");
  return failed > 0 ? EXIT.error : EXIT.ok;
}

function tellReports(
  io: CliIo,
  options: ReconcileRunsOptions,
  reports: readonly ReconcileReport[],
): void {
  const dryRun = options.dryRun === true;
  if (options.output === "json") {
    io.stdout.write(`${jsonText({ dry_run: dryRun, runs: reports.map(asFindingJson) }, 2)}\n`);
  } else if (options.output === "ndjson") {
    for (const report of reports) io.stdout.write(`${jsonText(asFindingJson(report))}\n`);
  } else if (reports.length === 0) {
    io.stdout.write("Nothing is due.\n");
  } else {
    for (const report of reports) writeReport(io.stdout, report, dryRun);
  }
}

function writeReport(sink: TextSink, report: ReconcileReport, dryRun: boolean): void {
  const { run } = report;
  const before = positionLabelOf(run);
  const head = `${run.id}  ${run.workspaceId}  ${run.operationType}  ${before.glyph} ${before.label}`;
  sink.write(`${plainLine(head)}\n`);
  const words = plainLine(describeFinding(report, dryRun));
  for (const line of wrapText(words, LINE_WIDTH - 2)) sink.write(`  ${line}\n`);
}
