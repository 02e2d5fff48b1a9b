import { AUDIT_PAGE_SIZE_MAX, type AuditPage } from "../ports/audit-reader.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerExport, type ExportPage, readOn } from "./answer-export.ts";
import type { ApiOperation } from "./api-operation.ts";
import { asAuditJson } from "./audit-json.ts";
import { AUDIT_CSV_HEAD, asAuditCells } from "./audit-cells.ts";
import { AUDIT_EXPORT_QUERY, type AuditNarrowing } from "./audit-query.ts";
import { VIEW_AUDIT } from "./capabilities.ts";
import { workspaceIdOf } from "./check-access.ts";
import { csvRows } from "../present/csv-rows.ts";
import type { ActorExchange } from "./exchange.ts";
import { narrowAudit, openAudit } from "./narrow-audit.ts";
import { problemOf } from "./problem.ts";
import { readQuery } from "./read-query.ts";

export const EXPORT_AUDIT: ApiOperation = {
  id: "exportAudit",
  summary: "Everything that was done, by the filters of the list, as a file",
  tag: "Audit",
  capability: VIEW_AUDIT,
  query: AUDIT_EXPORT_QUERY,
  answers: {
    200: {
      description: "CSV, or one JSON object a line.",
      mediaType: "text/csv",
      otherMediaTypes: ["application/x-ndjson"],
    },
  },
};

const FORMATS = {
  csv: { mediaType: "text/csv; charset=utf-8", file: "audit.csv" },
  ndjson: { mediaType: "application/x-ndjson", file: "audit.ndjson" },
} as const;

type Format = keyof typeof FORMATS;

/** GET …/audit:export: the whole of what the list would page through, made while it is sent. */
export async function exportAudit(exchange: ActorExchange): Promise<Answer> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return problemAnswer(problemOf("not_found"));
  const door = await openAudit(exchange, workspaceId);
  if (door.kind === "problem") return door;
  const query = readQuery(AUDIT_EXPORT_QUERY, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const { format, ...asked } = query.values;
  // The first page is read before the answer begins, so that what is wrong can still be said.
  const first = await readPage(exchange, { workspaceId, asked, after: null });
  if (first.kind === "problem") return first;
  const { mediaType, file } = FORMATS[format];
  const pages = pagesOf(exchange, { workspaceId, asked, format, first });
  return answerExport(exchange, {
    name: file,
    mediaType,
    async next() {
      const { done, value } = await pages.next();
      return done === true ? null : value;
    },
  });
}

interface PageOrder {
  readonly workspaceId: WorkspaceId;
  readonly asked: AuditNarrowing;
  readonly after: AuditPage["next"];
}

type ReadPage = ExportPage & { readonly page: AuditPage };

/** Access is asked for each page: an export ends where the right to it ends. */
async function readPage(exchange: ActorExchange, { workspaceId, asked, after }: PageOrder) {
  const door = await openAudit(exchange, workspaceId);
  if (door.kind === "problem") return door;
  const narrowed = await narrowAudit(exchange, workspaceId, { query: asked, reach: door.reach });
  if (narrowed.kind === "problem") return narrowed;
  const { filter } = narrowed;
  const limit = AUDIT_PAGE_SIZE_MAX;
  const page = await exchange.desk.settled.audit.listAudit({ workspaceId, filter, after, limit });
  return { kind: "page", reach: door.reach, page } as const;
}

async function* pagesOf(
  exchange: ActorExchange,
  order: Omit<PageOrder, "after"> & { readonly format: Format; readonly first: ReadPage },
): AsyncGenerator<string> {
  if (order.format === "csv") yield csvRows([AUDIT_CSV_HEAD]);
  let { page } = order.first;
  for (;;) {
    const entries = page.records.map((record) => asAuditJson(record, exchange.desk));
    if (entries.length > 0) {
      yield order.format === "csv"
        ? csvRows(entries.map(asAuditCells))
        : entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
    }
    if (page.next === null) return;
    const asked = { ...order, after: page.next };
    ({ page } = await readOn(exchange, order.first, (again) => readPage(again, asked)));
  }
}
