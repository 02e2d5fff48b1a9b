import { listDueRuns } from "../postgres/invariants/list-due-runs.ts";
import { asFindingJson } from "../reconcile/finding-json.ts";
import type { ReconcileReport } from "../reconcile/reconcile-options.ts";
import { SWEEP_LIMITS } from "../reconcile/sweep-due-runs.ts";
import { actorOf } from "./actor-at-terminal.ts";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { GlobalOptions } from "./global-options.ts";
import type { WritingDesk } from "./open-desk.ts";
import { tellFindings } from "./tell-findings.ts";
import { jsonText } from "./terminal-text.ts";

export interface ReconcileRunsOptions extends GlobalOptions {
  readonly dryRun?: boolean;
  readonly run?: string;
}

/** `settled reconcile`: asks the truth about all that is due in the database; as a dry run it writes nothing. */
export function reconcileRuns(
  { io }: CommandContext,
  options: ReconcileRunsOptions,
  desk: WritingDesk,
): Promise<ExitCode> {
  return options.dryRun === true ? foretellSweep(io, options, desk) : sweepOnce(io, options, desk);
}

/** What a sweep would do now, run by run. Cost grows with what is due, never with history. */
async function foretellSweep(
  io: CliIo,
  { output }: ReconcileRunsOptions,
  desk: WritingDesk,
): Promise<ExitCode> {
  const { schema, database: executor } = desk;
  const due = await listDueRuns({ executor, schema, limit: SWEEP_LIMITS.batch });
  const reports: ReconcileReport[] = [];
  for (const run of due) {
    reports.push(await desk.settled.reconcile({ run, actor: actorOf(io), dryRun: true }));
  }
  tellFindings(io, { output, dryRun: true }, reports.map(asFindingJson));
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
