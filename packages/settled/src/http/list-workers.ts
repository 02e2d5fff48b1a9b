import type { z } from "zod";
import type { SeenWorker } from "../ports/work-watch.ts";
import { type Answer, jsonAnswer, problemAnswer } from "./answer.ts";
import type { ApiOperation } from "./api-operation.ts";
import { VIEW_WORKERS } from "./capabilities.ts";
import { checkAccess, problemOfAccess, workspaceIdOf } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { problemOf } from "./problem.ts";
import { NO_QUERY } from "./query-parameter.ts";
import { readQuery } from "./read-query.ts";
import { WORKERS_SCHEMA } from "./schemas/worker-schema.ts";

export type ServedWorkers = z.output<typeof WORKERS_SCHEMA>;

export const LIST_WORKERS = {
  id: "listWorkers",
  summary: "Who executes runs, and who did lately",
  description: "Workers serve every workspace; of their runs only those of this one are counted.",
  tag: "Operations",
  capability: VIEW_WORKERS,
  query: NO_QUERY,
  answers: { 200: { description: "The workers.", schema: WORKERS_SCHEMA } },
} as const satisfies ApiOperation;

/** GET …/workers: for whoever has the capability in the workspace as a whole. What is not known is null, never empty. */
export async function listWorkers(exchange: ActorExchange): Promise<Answer> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return problemAnswer(problemOf("not_found"));
  const scope = { workspaceId, environmentId: null };
  const access = await checkAccess(exchange, VIEW_WORKERS, scope);
  if (access.kind !== "allowed") return problemAnswer(problemOfAccess(access));
  const query = readQuery(LIST_WORKERS.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const { watch } = exchange.desk.settled;
  const seen = watch === undefined ? null : await watch.listWorkers(workspaceId);
  return jsonAnswer(asServedWorkers(seen));
}

function asServedWorkers(seen: readonly SeenWorker[] | null): ServedWorkers {
  const sweeps = seen?.map(({ sweptAt }) => sweptAt?.toISOString() ?? "").sort() ?? [];
  return {
    workers: seen === null ? null : seen.map(asServedWorker),
    last_sweep_at: sweeps.at(-1) || null,
  };
}

function asServedWorker(worker: SeenWorker) {
  return {
    id: worker.id,
    name: worker.name,
    state: worker.standing,
    started_at: worker.startedAt.toISOString(),
    last_beat_at: worker.beatAt.toISOString(),
    last_sweep_at: worker.sweptAt?.toISOString() ?? null,
    ended_at: worker.endedAt?.toISOString() ?? null,
    ended_because: worker.endedBecause,
    runs: worker.runs,
  };
}
