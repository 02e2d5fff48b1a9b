import {
  checkInvariants,
  type CheckInvariantsOptions,
} from "../../postgres/invariants/check-invariants.ts";
import type { InvariantReport } from "../../postgres/invariants/invariant.ts";
import type { CommandContext } from "../command-context.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { GlobalOptions } from "../global-options.ts";
import { type Desk, openDesk } from "../open-desk.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { examineEngine } from "./examine-engine.ts";
import { examineRuns } from "./examine-runs.ts";
import { examineServer } from "./examine-server.ts";
import { examineServerRole } from "./examine-server-role.ts";
import { examineTables } from "./examine-tables.ts";
import { type Finding, notChecked, problem } from "./finding.ts";
import { orProblem } from "./or-problem.ts";
import { writeDiagnosis } from "./write-diagnosis.ts";

export interface DoctorOptions extends GlobalOptions {
  readonly check?: boolean;
}

/** `settled doctor`: examines everything that runs depend on. Changes nothing of Settled's own. */
export async function runDoctor(
  context: CommandContext,
  options: DoctorOptions,
): Promise<ExitCode> {
  const desk = await openDesk(context, options);
  try {
    const diagnosis = await diagnose(context, options, desk);
    writeDiagnosis(context.io.stdout, options.output, diagnosis);
    return diagnosis.well ? EXIT.ok : EXIT.error;
  } finally {
    await desk.close().catch(() => undefined);
  }
}

/** Each examination builds on the one before it: without tables there are no runs to look at. */
async function diagnose(
  { io }: CommandContext,
  options: DoctorOptions,
  desk: Desk,
): Promise<Diagnosis> {
  const findings: Finding[] = [...(await examineServer(io, desk))];
  if (hasProblem(findings, "database")) return { findings, invariants: null, well: false };
  findings.push(...(await examineTables(desk)));
  findings.push(...(await examineServerRole(desk)));
  findings.push(...(await examineEngine(io, desk)));
  if (hasProblem(findings, "migrations")) return { findings, invariants: null, well: false };
  findings.push(...(await orProblem("runs", () => examineRuns(desk))));
  const invariants = options.check === true ? await holdInvariants(desk, findings) : null;
  const violated = invariants?.some(({ violations }) => violations.length > 0) ?? false;
  const isWell = !violated && !findings.some(({ level }) => level === "problem");
  return { findings, invariants, well: isWell };
}

/** What cannot be asked, or kept them from being asked, becomes a finding. */
async function holdInvariants(
  desk: Desk,
  findings: Finding[],
): Promise<readonly InvariantReport[] | null> {
  if (desk.truthViews === null) {
    const text = "Without truthViews in a configuration no artifact is held against its run.";
    findings.push(notChecked("artifacts", text));
  }
  try {
    return await checkInvariants(checkOf(desk));
  } catch {
    const text = "The invariants could not be held against the runs.";
    const nextStep =
      desk.truthViews === null
        ? "Connect as the owner of Settled's tables, and try again."
        : "Check the truthViews of the configuration: one SELECT with the columns asked for.";
    findings.push(problem("invariants", text, nextStep));
    return null;
  }
}

function checkOf({ database: executor, schema, truthViews }: Desk): CheckInvariantsOptions {
  return { executor, schema, ...(truthViews === null ? {} : { truthViews }) };
}

function hasProblem(findings: readonly Finding[], check: string): boolean {
  return findings.some((finding) => finding.check === check && finding.level === "problem");
}
