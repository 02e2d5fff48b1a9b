import type { OperationLookup } from "../catalog/operation-catalog.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerOnce } from "./answer-once.ts";
import { answerStart, START_ANSWERS } from "./answer-run.ts";
import type { ApiOperation } from "./api-operation.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import { checkAccess, problemOfAccess, workspaceIdOf } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { problemOf } from "./problem.ts";
import { problemOfStartRefusal, renamedOperation, unknownOperation } from "./problem-of-refusal.ts";
import { NO_QUERY } from "./query-parameter.ts";
import { reachOf } from "./reach-of.ts";
import { readBody } from "./read-body.ts";
import { readJsonBody } from "./read-json-body.ts";
import { readQuery } from "./read-query.ts";
import { START_BODY } from "./start-body.ts";
import { traceOf } from "./trace-headers.ts";

export const START_RUN = {
  id: "startRun",
  summary: "Start an operation, or join the run that is doing the same",
  description: "Needs the capability of the operation itself, as the catalog tells it.",
  tag: "Operations",
  capability: null,
  query: NO_QUERY,
  body: START_BODY,
  bodyMayBeAbsent: false,
  takesIdempotencyKey: true,
  takesTraceParent: true,
  answers: START_ANSWERS,
} as const satisfies ApiOperation;

/** POST …/operations/{type}/runs: starts the operation, or joins the run that is doing the same already. */
export async function startRun(exchange: ActorExchange): Promise<Answer> {
  const { desk, asker, request } = exchange;
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return problemAnswer(problemOf("not_found"));
  const { catalog } = desk.settled;
  const look = offeredOnly(catalog.look(exchange.pathPart("type")));
  const capability = look.kind === "found" ? look.operation.capability : VIEW_RUNS;
  const door = await checkAccess(exchange, capability, { workspaceId, environmentId: null });
  if (door.kind === "hidden") return problemAnswer(problemOfAccess(door));
  if (
    door.kind === "forbidden" &&
    (look.kind !== "found" || (await isNowhere(exchange, capability)))
  ) {
    return problemAnswer(problemOfAccess(door));
  }
  const offered = catalog.operations.filter((one) => one.offered).map(({ type }) => type);
  if (look.kind === "unknown") return problemAnswer(unknownOperation(offered));
  if (look.kind === "renamed") return problemAnswer(renamedOperation(look.canonical));
  const query = readQuery(START_RUN.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const sent = await readJsonBody(request);
  if (sent.kind === "problem") return sent;
  const start = readBody(START_RUN.body, sent.value);
  if (start.kind === "problem") return start;
  const { environmentId, input } = start.body;
  const access =
    environmentId === null
      ? door
      : await checkAccess(exchange, capability, { workspaceId, environmentId });
  if (access.kind !== "allowed") return problemAnswer(problemOfAccess(access));
  const trace = traceOf(request.headers);
  return answerOnce(exchange, { workspaceId, body: sent.value }, async (on) => {
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

/** What only the library starts reads as what does not exist. */
function offeredOnly(look: OperationLookup): OperationLookup {
  return look.kind === "found" && !look.operation.offered
    ? { kind: "unknown", type: look.operation.type }
    : look;
}

/** Whether there is no environment either where the actor could start it: then nothing of the request is looked at. */
async function isNowhere(exchange: ActorExchange, capability: string): Promise<boolean> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null || exchange.desk.policy.reach === undefined) return false;
  const reach = await reachOf(exchange, capability, workspaceId);
  return reach.kind === "forbidden" || reach.kind === "hidden";
}
