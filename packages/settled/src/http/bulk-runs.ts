import { BULK_OPERATION } from "../bulk/bulk-order.ts";
import { asPreviewJson } from "../bulk/bulk-preview.ts";
import { judgeTargets, type JudgedTarget } from "../bulk/judge-targets.ts";
import { type BulkSelection, selectTargets } from "../bulk/select-targets.ts";
import { environmentOf, startBulk } from "../bulk/start-bulk.ts";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import { type Answer, jsonAnswer, problemAnswer } from "./answer.ts";
import { answerOnce } from "./answer-once.ts";
import { answerStart } from "./answer-run.ts";
import { bulkAccess, mayDoSomewhere } from "./bulk-access.ts";
import { problemOfAccess } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { problemOf } from "./problem.ts";
import { problemOfActionRefusal, problemOfStartRefusal } from "./problem-of-refusal.ts";
import { type BulkBody, readBulkBody } from "./read-bulk-body.ts";
import { readJsonBody } from "./read-json-body.ts";
import { NO_QUERY } from "./query-parameter.ts";
import { readQuery } from "./read-query.ts";
import { traceOf } from "./trace-headers.ts";
import { type OpenedRuns, openRuns, visibleFilter } from "./visible-runs.ts";

/**
 * POST …/runs:bulk: takes an action on many runs, as a run of its own (202), or joins the one that is taking the same
 * (200); with `dry_run` only says what would become of each.
 */
export async function bulkRuns(exchange: ActorExchange): Promise<Answer> {
  const opened = await openRuns(exchange);
  if (opened.kind === "problem") return opened;
  if (opened.reach.kind === "forbidden") return problemAnswer(problemOfAccess(opened.reach));
  const query = readQuery(NO_QUERY, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const sent = await readJsonBody(exchange.request);
  if (sent.kind === "problem") return sent;
  const body = readBulkBody(sent.value);
  if (body.kind === "problem") return body;
  const denial = await mayDoSomewhere(exchange, body.action, opened.workspaceId);
  if (denial !== null) return problemAnswer(problemOfAccess(denial));
  if (body.dryRun) return preview(exchange, opened, body);
  const { workspaceId } = opened;
  return answerOnce(exchange, { workspaceId, body: sent.value }, (on) =>
    apply(exchange, opened, { body, on }),
  );
}

type Judged = { readonly kind: "judged"; readonly judged: readonly JudgedTarget[] };

async function preview(
  exchange: ActorExchange,
  opened: OpenedRuns,
  body: BulkBody,
): Promise<Answer> {
  const judging = await judge(exchange, opened, body);
  if (judging.kind !== "judged") return judging;
  return jsonAnswer({ action: body.action, dry_run: true, ...asPreviewJson(judging.judged) });
}

async function apply(
  exchange: ActorExchange,
  opened: OpenedRuns,
  { body, on }: { readonly body: BulkBody; readonly on: SqlExecutor | undefined },
): Promise<Answer> {
  const { desk, asker, request } = exchange;
  const { settled } = desk;
  if (settled.catalog.find(BULK_OPERATION) === null) {
    return problemAnswer(problemOfActionRefusal("operation_not_known"));
  }
  const judging = await judge(exchange, opened, body);
  if (judging.kind !== "judged") return judging;
  const { judged } = judging;
  const told = asPreviewJson(judged);
  if (!judged.some(({ verdict }) => verdict === "taken")) {
    return problemAnswer(problemOf("nothing_to_take", { members: told }));
  }
  if (environmentOf(judged) === null && opened.reach.kind === "environments") {
    return problemAnswer(problemOf("one_environment_at_once"));
  }
  const trace = traceOf(request.headers);
  const answer = await startBulk((input) => settled.start(input), {
    workspaceId: opened.workspaceId,
    order: body.order,
    judged,
    initiator: asker,
    ...(trace === null ? {} : { trace }),
    ...(on === undefined ? {} : { on }),
  });
  if (answer.kind === "refused") return problemAnswer(problemOfStartRefusal(answer));
  const started = await answerStart(exchange, answer);
  return started.kind === "json"
    ? { ...started, body: { ...(started.body as object), preview: told } }
    : started;
}

async function judge(
  exchange: ActorExchange,
  opened: OpenedRuns,
  { order, action, selection }: BulkBody,
): Promise<Judged | Extract<Answer, { kind: "problem" }>> {
  const { reader, catalog } = exchange.desk.settled;
  const { workspaceId } = opened;
  const seen = await visibleSelection(exchange, opened, selection);
  if (seen.kind === "problem") return seen;
  const selected = await selectTargets(reader, workspaceId, seen.selection);
  if (selected.kind === "too_many") {
    return { kind: "problem", problem: problemOf("too_many_targets") };
  }
  const mayAct = bulkAccess(exchange, action);
  const judged = await judgeTargets({ reader, catalog, mayAct }, order, selected.targets);
  // A filter names no run: what is not theirs to see is not among what it finds.
  const seenOnly = selection.kind === "filter" ? judged.filter(({ run }) => run !== null) : judged;
  return { kind: "judged", judged: seenOnly };
}

async function visibleSelection(
  exchange: ActorExchange,
  opened: OpenedRuns,
  selection: BulkSelection,
) {
  if (selection.kind === "ids") return { kind: "visible", selection } as const;
  const visible = await visibleFilter(exchange, opened, selection.filter);
  if (visible.kind === "problem") return visible;
  const { filter } = visible;
  return { kind: "visible", selection: { kind: "filter", filter } } as const;
}
