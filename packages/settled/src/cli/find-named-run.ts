import type { OperationRun } from "../run/operation-run.ts";
import { asRunId } from "../run/scope.ts";
import type { CliIo } from "./cli-io.ts";
import { type GlobalOptions, workspaceOf } from "./global-options.ts";
import type { Desk } from "./open-desk.ts";
import { writeFault } from "./report-fault.ts";

/** The run of the named workspace; tells that there is none, and why that may be, with null. */
export async function findNamedRun(
  io: CliIo,
  desk: Desk,
  named: { readonly options: GlobalOptions; readonly id: string },
): Promise<OperationRun | null> {
  const workspaceId = workspaceOf(io, named.options);
  const run = await desk.reader.findRun(workspaceId, asRunId(named.id));
  if (run === null) {
    const nextStep = "Check the id and the workspace; `settled runs list` shows what there is.";
    writeFault(io, `There is no run ${named.id} in the workspace ${workspaceId}.`, nextStep);
  }
  return run;
}
