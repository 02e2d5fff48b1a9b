import type { ServedRunJson } from "../http/served-run-json.ts";
import { asRunId } from "../run/scope.ts";
import type { CliIo } from "./cli-io.ts";
import type { RunDesk } from "./desk/run-desk.ts";
import { writeFault } from "./report-fault.ts";

/** The run of the desk's workspace; tells that there is none, and why that may be, with null. */
export async function findNamedRun(
  io: CliIo,
  desk: RunDesk,
  id: string,
): Promise<ServedRunJson | null> {
  const run = await desk.findRun(asRunId(id));
  if (run === null) {
    const nextStep = "Check the id and the workspace; `settled runs list` shows what there is.";
    writeFault(io, `There is no run ${id} in the workspace ${desk.workspaceId}.`, nextStep);
  }
  return run;
}
