import { BULK_OPERATION, type BulkOrder } from "../../bulk/bulk-order.ts";
import { asPreviewJson } from "../../bulk/bulk-preview.ts";
import { type JudgedTarget, judgeTargets } from "../../bulk/judge-targets.ts";
import { type BulkSelection, selectTargets } from "../../bulk/select-targets.ts";
import { startBulk } from "../../bulk/start-bulk.ts";
import type { BulkPreviewJson, BulkRun } from "../../client/answers.ts";
import { problemOf } from "../../http/problem.ts";
import { problemOfStartRefusal } from "../../http/problem-of-refusal.ts";
import { actorOf } from "../actor-at-terminal.ts";
import type { WritingDesk } from "../open-desk.ts";
import { usageFault } from "../report-fault.ts";
import { asRunFilter } from "./asked-filter.ts";
import { type DatabaseDeskOptions, viewRun } from "./database-run-desk.ts";
import type { ManyForetold, ManyOrder } from "./many-runs.ts";
import type { DeskAnswer } from "./run-desk.ts";

type Options = DatabaseDeskOptions<WritingDesk>;

export async function foretellMany(
  options: Options,
  asked: ManyOrder,
): Promise<DeskAnswer<ManyForetold>> {
  const judged = await judge(options, asked);
  if (judged === null) return { kind: "refused", refusal: problemOf("too_many_targets") };
  const { action } = asked;
  return { kind: "done", done: { action, dry_run: true, ...previewOf(judged) } };
}

export async function actOnMany(options: Options, asked: ManyOrder): Promise<DeskAnswer<BulkRun>> {
  const { io, desk, workspaceId } = options;
  const { settled, catalog } = desk;
  if (catalog.find(BULK_OPERATION) === null) {
    throw usageFault(
      "Actions on many runs are not switched on.",
      "Set `bulk: true` where Settled is created.",
    );
  }
  const judged = await judge(options, asked);
  if (judged === null) return { kind: "refused", refusal: problemOf("too_many_targets") };
  if (!judged.some(({ verdict }) => verdict === "taken")) {
    return { kind: "refused", refusal: problemOf("nothing_to_take") };
  }
  // The first action on many of a database may come before any worker that made its queue.
  await settled.prepare();
  const started = { workspaceId, order: orderOf(asked), judged, initiator: actorOf(io) };
  const answer = await startBulk((input) => settled.start(input), started);
  if (answer.kind === "refused") {
    return { kind: "refused", refusal: problemOfStartRefusal(answer) };
  }
  const { run, joined } = answer;
  const preview = previewOf(judged);
  return { kind: "done", done: { ...(await viewRun(options, run)), joined, preview } };
}

/** Null = more than are acted on at once. */
async function judge(
  { desk, workspaceId }: Options,
  asked: ManyOrder,
): Promise<readonly JudgedTarget[] | null> {
  const { reader, catalog } = desk.settled;
  const selected = await selectTargets(reader, workspaceId, selectionOf(asked));
  if (selected.kind === "too_many") return null;
  // Whoever has the database may do everything.
  const mayAct = () => Promise.resolve("allowed" as const);
  return judgeTargets({ reader, catalog, mayAct }, orderOf(asked), selected.targets);
}

function orderOf({ action, reason, settlement }: ManyOrder): BulkOrder {
  const because = reason ?? "";
  return action === "resolve"
    ? { action, because, outcome: "failed", related: null, ...settlement }
    : { action, because };
}

function selectionOf({ selection }: ManyOrder): BulkSelection {
  return selection.kind === "ids"
    ? { kind: "ids", ids: selection.ids.map((id) => ({ id })) }
    : { kind: "filter", filter: asRunFilter(selection.filter) };
}

function previewOf(judged: readonly JudgedTarget[]): BulkPreviewJson {
  return asPreviewJson(judged) as unknown as BulkPreviewJson;
}
