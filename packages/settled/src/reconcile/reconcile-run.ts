import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { CheckTally } from "../ports/check-log.ts";
import type { JobState } from "../ports/engine-driver.ts";
import { NO_TELEMETRY } from "../ports/telemetry.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationTrigger } from "../run/reconciliation-record.ts";
import { applyVerdict, handOver, redispatch } from "./apply-verdict.ts";
import { type Asked, askAdapter } from "./ask-adapter.ts";
import type { ReconcileInput, ReconcileOptions, ReconcileReport } from "./reconcile-options.ts";
import { standingOf } from "./standing-of.ts";
import { type Verdict, verdictOf } from "./verdict-of.ts";

const ADAPTER_TIMEOUT_MS = 5_000;
const REDISPATCHES_MAX = 2;
const CONFLICTS_MAX = 3;
const ENGINE_SILENT = "engine_silent";

/** Asks the truth about one run and settles it by the answer, if it is time to judge it. */
export async function reconcileRun(
  options: ReconcileOptions,
  input: ReconcileInput,
): Promise<ReconcileReport> {
  let report = await reconcileOnce(options, input);
  for (let attempt = 1; attempt < CONFLICTS_MAX && lostTheRace(input, report); attempt += 1) {
    const { workspaceId, id } = input.run;
    const run = await options.reader.findRun(workspaceId, id);
    if (run === null) return report;
    report = await reconcileOnce(options, inputFor(input, run));
  }
  return report;
}

/** Somebody wrote between our look and our write: what was judged is not what stands there now. */
function lostTheRace(input: ReconcileInput, report: ReconcileReport): boolean {
  if (input.dryRun === true || input.onlyThisVersion === true) return false;
  return report.found.kind === "settle" && !report.changed;
}

/** What was due is the attempt that was claimed: one that somebody began meanwhile is within its time. */
function inputFor({ claimed, ...input }: ReconcileInput, run: OperationRun): ReconcileInput {
  const isStillIt = run.attempt === input.run.attempt && run.status === input.run.status;
  return { ...input, run, ...(isStillIt && claimed !== undefined ? { claimed } : {}) };
}

async function reconcileOnce(
  options: ReconcileOptions,
  input: ReconcileInput,
): Promise<ReconcileReport> {
  const { run } = input;
  const operation = options.catalog.find(run.operationType);
  // A process that does not know an operation never decides its runs.
  if (operation === null) return { run, found: { kind: "unknown_operation" }, changed: false };
  const job = await jobStateOf(options, run);
  const silentForMs = await silenceOf(options, input, job);
  const standing = standingOf(run, operation, {
    ownerMayLive: await options.reader.ownerMayLive(run),
    job,
    silentForMs,
    due: input.claimed !== undefined,
    hint: input.hint ?? null,
  });
  switch (standing.kind) {
    case "leave":
      if (input.claimed !== undefined) await options.lifecycle.postpone(run, standing.dueAfterMs);
      return { run, found: { kind: "left_alone", because: standing.because }, changed: false };
    case "hand_over":
      return handOver(options, input, operation);
    case "judge":
      return judgeInSpan(options, input, { operation, job, trigger: standing.trigger });
  }
}

interface Judged {
  readonly operation: OperationDefinition;
  readonly job: JobState;
  readonly trigger: ReconciliationTrigger;
}

function judgeInSpan(
  options: ReconcileOptions,
  input: ReconcileInput,
  judged: Judged,
): Promise<ReconcileReport> {
  const { telemetry = NO_TELEMETRY } = options;
  const { run } = input;
  return telemetry.inSpan("reconcile", run, { trace: run.context.trace }, async (span) => {
    const report = await judge(options, input, judged);
    span.note({ "settled.trigger": judged.trigger, "settled.changed": report.changed });
    return report;
  });
}

async function judge(
  options: ReconcileOptions,
  input: ReconcileInput,
  judged: Judged,
): Promise<ReconcileReport> {
  const { run } = input;
  const { operation, trigger } = judged;
  const timeoutMs = options.adapterTimeoutMs ?? ADAPTER_TIMEOUT_MS;
  const asked = await askAdapter({ ...options, timeoutMs }, run, operation);
  if (asked.kind === "fault") {
    const { adapter, reason, error } = asked;
    options.logger.warn({ runId: run.id, adapter, reason, error }, "the truth could not be asked");
  }
  const tally = await tallyOf(options, input, asked);
  const decidedBy = input.actor.name;
  const verdict = verdictOf({ run, operation, trigger, asked, tally, decidedBy });
  const lost = judged.job === "missing";
  if (lost && mayRedispatch(run, operation, verdict) && input.dryRun !== true) {
    const { tries } = await options.checks.countCheck(run.workspaceId, run.id, "redispatch");
    if (tries <= REDISPATCHES_MAX) return redispatch(options, input, operation);
  }
  return applyVerdict(options, input, verdict);
}

/** Only after the truth said that nothing was produced, and only for a job that is proven lost and never begun. */
function mayRedispatch(
  run: OperationRun,
  operation: OperationDefinition,
  verdict: Verdict,
): boolean {
  return (
    run.status === "queued" &&
    run.cancelRequestedAt === null &&
    operation.repeatable &&
    verdict.kind === "settle" &&
    verdict.conclusion.decision === "failed"
  );
}

function tallyOf(
  options: ReconcileOptions,
  input: ReconcileInput,
  asked: Asked,
): Promise<CheckTally> | CheckTally {
  const open =
    asked.kind === "fault" || (asked.kind === "decided" && asked.decision.decision === "undecided");
  if (!open || input.dryRun === true) return { tries: 1, sinceMs: 0 };
  // However an adapter breaks, it is one question: one that breaks in turns is given up all the same.
  const because = asked.kind === "fault" ? "adapter_fault" : "undecided";
  return options.checks.countCheck(input.run.workspaceId, input.run.id, because);
}

/** Since when the engine has not been able to say what became of the job; 0 once it says so again. */
async function silenceOf(
  { checks }: ReconcileOptions,
  { run, claimed, dryRun }: ReconcileInput,
  job: JobState,
): Promise<number> {
  if (claimed === undefined || dryRun === true || run.status === "completed") return 0;
  if (job === "unknown") {
    return (await checks.countCheck(run.workspaceId, run.id, ENGINE_SILENT)).sinceMs;
  }
  await checks.forgetChecks(run.workspaceId, run.id, ENGINE_SILENT);
  return 0;
}

function jobStateOf(options: ReconcileOptions, run: OperationRun): Promise<JobState> | JobState {
  return run.status === "completed" ? "unknown" : options.driver.jobStateOf(run);
}
