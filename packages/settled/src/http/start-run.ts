import { asPlainWords } from "../present/plain-words.ts";
import type { StartRefusal } from "../start/read-start-input.ts";
import { type Answer, jsonAnswer, problemAnswer } from "./answer.ts";
import { checkAccess, problemOfAccess, workspaceIdOf } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { VIEW_RUNS } from "./http-handler-options.ts";
import { type Problem, type ProblemFault, problemOf } from "./problem.ts";
import { readJsonBody } from "./read-json-body.ts";
import { readStartBody } from "./read-start-body.ts";
import { asServedRunJson, etagOf } from "./served-run-json.ts";
import { traceOf } from "./trace-headers.ts";
import { viewRun } from "./view-run.ts";

export const LOOK_AGAIN_AFTER_S = 2;

/** POST …/operations/{type}/runs: starts the operation, or joins the run that is doing the same already. */
export async function startRun(exchange: ActorExchange): Promise<Answer> {
  const { desk, actor, request } = exchange;
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return problemAnswer(problemOf("not_found"));
  const look = desk.settled.catalog.look(exchange.pathPart("type"));
  const capability = look.kind === "found" ? look.operation.capability : VIEW_RUNS;
  const door = await checkAccess(exchange, capability, { workspaceId, environmentId: null });
  if (door.kind === "hidden") return problemAnswer(problemOfAccess(door));
  if (look.kind !== "found" && door.kind === "forbidden") {
    return problemAnswer(problemOfAccess(door));
  }
  if (look.kind === "unknown") return problemAnswer(unknownOperation(desk.settled.catalog.types));
  if (look.kind === "renamed") return problemAnswer(renamedOperation(look.canonical));
  const body = await readJsonBody(request);
  if (body.kind === "problem") return body;
  const start = readStartBody(body.value);
  if (start.kind === "refused") {
    return problemAnswer(problemOf("invalid_body", { errors: start.errors }));
  }
  const { environmentId, input } = start;
  const access =
    environmentId === null
      ? door
      : await checkAccess(exchange, capability, { workspaceId, environmentId });
  if (access.kind !== "allowed") return problemAnswer(problemOfAccess(access));
  const trace = traceOf(request.headers);
  const answer = await desk.settled.start({
    workspaceId,
    environmentId,
    type: look.operation.type,
    input,
    initiator: actor,
    ...(trace === null ? {} : { trace }),
  });
  if (answer.kind === "refused") return problemAnswer(problemOfRefusal(answer));
  const view = await viewRun(exchange, answer.run, false);
  const address = desk.addresses.runApi(workspaceId, answer.run.id);
  return jsonAnswer(
    { ...asServedRunJson(view, desk), joined: answer.joined },
    {
      status: answer.joined ? 200 : 202,
      headers: {
        location: address,
        "operation-location": address,
        "retry-after": String(LOOK_AGAIN_AFTER_S),
        etag: etagOf(view),
      },
    },
  );
}

function problemOfRefusal(refusal: StartRefusal): Problem {
  switch (refusal.because) {
    case "unknown_operation":
      return unknownOperation(refusal.known);
    case "renamed_operation":
      return renamedOperation(refusal.canonical);
    case "environment_required":
      return problemOf("invalid_input", {
        errors: [
          {
            pointer: "/environment_id",
            detail: "This operation is about one environment: name it here.",
          },
        ],
      });
    case "input_too_large":
      return problemOf("input_too_large");
    case "invalid_input":
      return problemOf("invalid_input", {
        errors: refusal.faults.map(({ pointer, detail }): ProblemFault => ({
          pointer: `/input${pointer}`,
          detail: asPlainWords(detail, "This value is not accepted."),
        })),
      });
  }
}

function unknownOperation(known: readonly string[]): Problem {
  return problemOf("unknown_operation", { members: { operation_types: known } });
}

function renamedOperation(canonical: string): Problem {
  return problemOf("renamed_operation", { members: { canonical_type: canonical } });
}
