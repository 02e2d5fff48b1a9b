import { asRunId, asWorkspaceId } from "../run/scope.ts";
import { type Answer, jsonAnswer, problemAnswer } from "./answer.ts";
import type { ApiOperation } from "./api-operation.ts";
import type { Exchange } from "./exchange.ts";
import type { HealthCheck, HealthReport } from "./http-handler-options.ts";
import { problemOf } from "./problem.ts";
import { LIVENESS_SCHEMA, READINESS_SCHEMA } from "./schemas/health-schema.ts";

const CHECK_TIMEOUT_MS = 3_000;
/** A run that nobody has: finding nothing proves that the database answers and has its tables. */
const NO_WORKSPACE = asWorkspaceId("health");
const NO_RUN = asRunId("00000000-0000-0000-0000-000000000000");

export const SHOW_LIVENESS = {
  id: "showLiveness",
  summary: "Say whether this process answers",
  tag: "Health",
  capability: null,
  answers: { 200: { description: "It does.", schema: LIVENESS_SCHEMA } },
} as const satisfies ApiOperation;

export const SHOW_READINESS = {
  id: "showReadiness",
  summary: "Say whether this process can answer what it is asked",
  tag: "Health",
  capability: null,
  answers: { 200: { description: "It can.", schema: READINESS_SCHEMA } },
} as const satisfies ApiOperation;

/** GET /health/live: this process answers. It says nothing of what it depends on. */
export async function showLiveness(): Promise<Answer> {
  return jsonAnswer({ status: "live" });
}

/** GET /health/ready: the database answers with its tables, and what the host adds holds. For anybody. */
export async function showReadiness(exchange: Exchange): Promise<Answer> {
  const [database, host] = await Promise.all([checkDatabase(exchange), checkHost(exchange)]);
  const checks = [database, ...host.checks].map((check) => asCheckJson(check));
  return database.ok && host.ready
    ? jsonAnswer({ status: "ready", checks })
    : problemAnswer(problemOf("not_ready", { members: { checks } }));
}

async function checkDatabase(exchange: Exchange): Promise<HealthCheck> {
  const { settled } = exchange.desk;
  const answer = await inTime(exchange, settled.reader.findRun(NO_WORKSPACE, NO_RUN));
  return { name: "database", ok: answer.kind === "answered" };
}

async function checkHost(exchange: Exchange): Promise<HealthReport> {
  const { desk } = exchange;
  if (desk.health === undefined) return { ready: true, checks: [] };
  const answer = await inTime(
    exchange,
    Promise.resolve().then(() => desk.health?.()),
  );
  const report = answer.kind === "answered" ? answer.value : undefined;
  return report ?? { ready: false, checks: [{ name: "host", ok: false }] };
}

type InTime<Value> = { readonly kind: "answered"; readonly value: Value } | { kind: "missed" };

async function inTime<Value>(exchange: Exchange, work: Promise<Value>): Promise<InTime<Value>> {
  const { clock, logger } = exchange.desk;
  const over = new AbortController();
  const missed = { kind: "missed" } as const;
  const answered = work.then(
    (value): InTime<Value> => ({ kind: "answered", value }),
    (error: unknown) => {
      logger.warn({ requestId: exchange.requestId, error }, "a health check failed");
      return missed;
    },
  );
  const late = clock.sleep(CHECK_TIMEOUT_MS, over.signal).then(() => missed);
  const first = await Promise.race([answered, late]);
  over.abort();
  return first;
}

function asCheckJson({ name, ok, count }: HealthCheck) {
  return { name, ok, ...(count === undefined ? {} : { count }) };
}
