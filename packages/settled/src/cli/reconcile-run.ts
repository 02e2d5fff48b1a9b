import { asRunId } from "../run/scope.ts";
import type { CommandContext } from "./command-context.ts";
import { tellRefusal } from "./desk/refusal.ts";
import type { ActingDesk } from "./desk/run-desk.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { findNamedRun } from "./find-named-run.ts";
import type { ReconcileRunsOptions } from "./reconcile-runs.ts";
import { tellFindings } from "./tell-findings.ts";

/** `settled reconcile --run ID`: asks the truth about one run; as a dry run it writes nothing. */
export async function reconcileRun(
  { io }: CommandContext,
  { id, options }: { readonly id: string; readonly options: ReconcileRunsOptions },
  desk: ActingDesk,
): Promise<ExitCode> {
  const run = await findNamedRun(io, desk, id);
  if (run === null) return EXIT.notFound;
  const dryRun = options.dryRun === true;
  const answer = await desk.reconcile(asRunId(run.id), { dryRun });
  if (answer.kind === "refused") return tellRefusal(io, answer.refusal);
  tellFindings(io, { output: options.output, dryRun }, [answer.done]);
  return EXIT.ok;
}
