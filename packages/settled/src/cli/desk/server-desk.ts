import { ApiError } from "../../client/api-error.ts";
import type { BulkRuns, ReconciledRun } from "../../client/answers.ts";
import type { SettledClient } from "../../client/client.ts";
import { isPassingFault } from "../../client/retry-delay.ts";
import type { ServedRunJson } from "../../http/served-run-json.ts";
import { openDetail } from "../../present/open-detail.ts";
import type { RunEventJson } from "../../present/run-event-json.ts";
import type { FindingJson, FoundJson } from "../../reconcile/finding-json.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import { plainJsonText } from "../terminal-text.ts";
import type { ManyOrder } from "./many-runs.ts";
import type { ActingDesk, DeskAnswer } from "./run-desk.ts";
import { asRefusal } from "./server-fault.ts";

const NEWS_WITHIN_MS = 30_000;

/** The desk of a server: whatever it answers, technical detail stays out of terminals and their logs. */
export function createServerDesk(client: SettledClient, workspaceId: WorkspaceId): ActingDesk {
  return {
    workspaceId,
    operations: () => client.operations(),
    async listRuns({ filter, limit, cursor }) {
      const place = cursor === undefined ? {} : { cursor };
      for await (const page of client.pages(filter, { pageSize: limit, ...place })) return page;
      return { runs: [], cursor: null };
    },
    async *exportRuns(filter, format) {
      const body = await client.export(filter, { format });
      const text = body.pipeThrough(new TextDecoderStream("utf-8", { ignoreBOM: true }));
      for await (const piece of text) yield format === "csv" ? piece : plainJsonText(piece);
    },
    async findRun(id) {
      try {
        return withoutDetail(await client.run(id));
      } catch (error) {
        if (error instanceof ApiError && error.code === "not_found") return null;
        throw error;
      }
    },
    async *timeline(id, after) {
      const place = after === undefined ? {} : { after };
      for await (const event of client.events(id, place)) yield plainEvent(event);
    },
    async awaitNews({ id, version }) {
      await client.wait(id, { timeoutMs: NEWS_WITHIN_MS, otherThan: version });
    },
    isPassing: isPassingFault,
    start: ({ type, environmentId, input }) =>
      answered(client.start(type, { environment_id: environmentId, input }), withoutDetail),
    cancel: (id, why) => answered(client.cancel(id, why), withoutDetail),
    rerun: (id, why) => answered(client.rerun(id, why), withoutDetail),
    resolve: ({ id, version }, settlement) =>
      answered(client.resolve(id, { ...settlement, ifMatch: version }), withoutDetail),
    reconcile: (id, how) => answered(client.reconcile(id, how), asFinding),
    foretellMany: (order) => answered(client.foretellBulk(bulkOf(order)), (told) => told),
    actOnMany: (order) =>
      answered(client.bulk({ ...bulkOf(order), reason: order.reason ?? "" }), withoutDetail),
  };
}

function bulkOf({ action, reason, settlement, selection }: ManyOrder): BulkRuns {
  return {
    action,
    ...(reason === null ? {} : { reason }),
    ...settlement,
    ...(selection.kind === "ids" ? { ids: selection.ids } : { filter: selection.filter }),
  };
}

async function answered<Answer, Done>(
  asked: Promise<Answer>,
  read: (answer: Answer) => Done,
): Promise<DeskAnswer<Done>> {
  try {
    return { kind: "done", done: read(await asked) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { kind: "refused", refusal: asRefusal(error) };
  }
}

function withoutDetail<Run extends ServedRunJson>(run: Run): Run {
  const { failure: _failure, ...shown } = run;
  return shown as Run;
}

function plainEvent(event: RunEventJson): RunEventJson {
  return { ...event, detail: openDetail(event.detail) };
}

function asFinding({ look, ...run }: ReconciledRun): FindingJson {
  return {
    run_id: run.id,
    workspace_id: run.workspace_id,
    environment_id: run.environment_id,
    operation_type: run.operation.type,
    status: run.status,
    outcome: run.outcome,
    changed: look.changed,
    found: look.found as unknown as FoundJson,
  };
}
