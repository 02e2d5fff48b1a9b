import { type Answer, problemAnswer } from "./answer.ts";
import { answerOnce } from "./answer-once.ts";
import { answerStart } from "./answer-run.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import { checkAccess, problemOfAccess, workspaceIdOf } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { problemOf } from "./problem.ts";
import { problemOfStartRefusal, renamedOperation, unknownOperation } from "./problem-of-refusal.ts";
import { readJsonBody } from "./read-json-body.ts";
import { readStartBody } from "./read-start-body.ts";
import { traceOf } from "./trace-headers.ts";

/** POST …/operations/{type}/runs: starts the operation, or joins the run that is doing the same already. */
export async function startRun(exchange: ActorExchange): Promise<Answer> {
  const { desk, asker, request } = exchange;
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
  return answerOnce(exchange, { workspaceId, body: body.value }, async (on) => {
    const answer = await desk.settled.start({
      workspaceId,
      environmentId,
      type: look.operation.type,
      input,
      initiator: asker,
      ...(trace === null ? {} : { trace }),
      ...(on === undefined ? {} : { on }),
    });
    if (answer.kind === "refused") return problemAnswer(problemOfStartRefusal(answer));
    return answerStart(exchange, answer);
  });
}
