import { z } from "zod";
import { type Answer, jsonAnswer, problemAnswer } from "./answer.ts";
import type { ApiOperation } from "./api-operation.ts";
import { asAuditJson, AUDIT_RECORD } from "./audit-json.ts";
import { AUDIT_QUERY } from "./audit-query.ts";
import { VIEW_AUDIT } from "./capabilities.ts";
import { workspaceIdOf } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { narrowAudit, openAudit } from "./narrow-audit.ts";
import { linkToNext, withParameter } from "./next-page.ts";
import { asCursor } from "./page-cursor.ts";
import { problemOf } from "./problem.ts";
import { readQuery } from "./read-query.ts";

const LIMIT_DEFAULT = 50;

export const LIST_AUDIT: ApiOperation = {
  id: "listAudit",
  summary: "What was done, by whom and why, newest first",
  tag: "Audit",
  capability: VIEW_AUDIT,
  query: AUDIT_QUERY,
  answers: {
    200: {
      description: "A page of actions.",
      headers: { Link: "sometimes" },
      schema: z.strictObject({ entries: z.array(AUDIT_RECORD), next: z.string().nullable() }),
    },
  },
};

/** GET …/audit: actions on runs and beside them as one list, newest first. */
export async function listAudit(exchange: ActorExchange): Promise<Answer> {
  const { desk, url } = exchange;
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return problemAnswer(problemOf("not_found"));
  const door = await openAudit(exchange, workspaceId);
  if (door.kind === "problem") return door;
  const query = readQuery(AUDIT_QUERY, url.searchParams);
  if (query.kind === "problem") return query;
  const { cursor, limit = LIMIT_DEFAULT, ...asked } = query.values;
  const narrowed = await narrowAudit(exchange, workspaceId, { query: asked, reach: door.reach });
  if (narrowed.kind === "problem") return narrowed;
  const { filter } = narrowed;
  const page = await desk.settled.audit.listAudit({
    workspaceId,
    filter,
    limit,
    after: cursor ?? null,
  });
  const place =
    page.next === null ? null : asCursor([String(page.next.at.getTime()), page.next.sequence]);
  const next =
    place === null
      ? null
      : desk.addresses.auditApi(workspaceId, withParameter(url.searchParams, "cursor", place));
  const entries = page.records.map((record) => asAuditJson(record, desk));
  return jsonAnswer({ entries, next }, { headers: linkToNext(next) });
}
