import { v7 as uuidv7 } from "uuid";
import type { OperationDefinition } from "../../catalog/operation-definition.ts";
import type { Settled } from "../../create-settled.ts";
import { SYSTEM_ACTOR } from "../../run/actor.ts";
import { CORRELATION_VERSION } from "../../run/dispatch-record.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import { asRunId, asWorkspaceId } from "../../run/scope.ts";
import type { CliIo } from "../cli-io.ts";
import type { Desk } from "../open-desk.ts";
import { type Finding, notChecked, problem, warning, well } from "./finding.ts";
import { orProblem } from "./or-problem.ts";

/** Whether the queue answers, by asking it for the job of a run that never was. */
export async function examineEngine(io: CliIo, { settled }: Desk): Promise<readonly Finding[]> {
  const [operation] = settled?.catalog.operations ?? [];
  if (settled === null) return [notChecked("engine", "Without a configuration no queue is known.")];
  if (operation === undefined) {
    const nextStep = "Add the operations to settledOptions.";
    return [warning("engine", "The configuration has no operation.", nextStep)];
  }
  const { engine } = settled;
  return orProblem("engine", async () => {
    const state = await engine.jobStateOf(runThatNeverWas(io, settled, operation));
    if (state !== "unknown") return [well("engine", `The queue (${engine.name}) answers.`)];
    const text = `The queue (${engine.name}) gives no answer.`;
    const nextStep = "Check that its database runs and that the configuration names it.";
    return [problem("engine", text, nextStep)];
  });
}

function runThatNeverWas(
  io: CliIo,
  { engine }: Settled,
  operation: OperationDefinition,
): OperationRun {
  const id = asRunId(uuidv7());
  const now = io.now();
  const dispatch = {
    ...engine.handOverOf(operation),
    dispatched_at: now.toISOString(),
    correlation_version: CORRELATION_VERSION,
    operation_run_id: id,
  };
  return {
    id,
    workspaceId: asWorkspaceId("doctor"),
    environmentId: null,
    operationType: operation.type,
    status: "queued",
    outcome: null,
    identityKey: "doctor",
    attempt: 0,
    version: 1,
    ownerId: null,
    initiator: SYSTEM_ACTOR,
    input: null,
    context: { dispatch },
    summary: {},
    progress: null,
    failure: null,
    createdAt: now,
    queuedAt: now,
    startedAt: null,
    completedAt: null,
    dueAt: null,
    cancelRequestedAt: null,
    rerunOf: null,
  };
}
