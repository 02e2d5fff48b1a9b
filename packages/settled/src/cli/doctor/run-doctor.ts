import {
  checkInvariants,
  type CheckInvariantsOptions,
} from "../../postgres/invariants/check-invariants.ts";
import type { CommandContext } from "../command-context.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { GlobalOptions } from "../global-options.ts";
import { type Desk, openDesk } from "../open-desk.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { examineEngine } from "./examine-engine.ts";
import { examineRuns } from "./examine-runs.ts";
import { examineServer } from "./examine-server.ts";
import { examineTables } from "./examine-tables.ts";
import type { Finding } from "./finding.ts";
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
  findings.push(await examineEngine(io, desk));
  if (hasProblem(findings, "migrations")) return { findings, invariants: null, well: false };
  findings.push(...(await examineRuns(desk)));
  const invariants = options.check === true ? await checkInvariants(checkOf(desk)) : null;
  const violated = invariants?.some(({ violations }) => violations.length > 0) ?? false;
  const isWell = !violated && !findings.some(({ level }) => level === "problem");
  return { findings, invariants, well: isWell };
}

function checkOf({ database: executor, schema, truthViews }: Desk): CheckInvariantsOptions {
  return { executor, schema, ...(truthViews === null ? {} : { truthViews }) };
}

function hasProblem(findings: readonly Finding[], check: string): boolean {
  return findings.some((finding) => finding.check === check && finding.level === "problem");
}
