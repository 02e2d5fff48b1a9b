import { BULK_OPERATION, type BulkAction, type BulkOrder } from "../bulk/bulk-order.ts";
import { asPreviewJson } from "../bulk/bulk-preview.ts";
import { type JudgedTarget, judgeTargets } from "../bulk/judge-targets.ts";
import { type BulkSelection, selectTargets } from "../bulk/select-targets.ts";
import { startBulk } from "../bulk/start-bulk.ts";
import { countVerdicts } from "../bulk/target-verdict.ts";
import type { ArtifactRef } from "../run/artifact-ref.ts";
import type { RunOutcome } from "../run/operation-run.ts";
import { asRunId } from "../run/scope.ts";
import { actorOf } from "./actor-at-terminal.ts";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { type FilterOptions, filterOf } from "./filter-options.ts";
import { type GlobalOptions, workspaceOf } from "./global-options.ts";
import type { WritingDesk } from "./open-desk.ts";
import { usageFault, writeFault } from "./report-fault.ts";
import { jsonText } from "./terminal-text.ts";
import { viewListedRun } from "./view-run.ts";
import { writeTable } from "./write-table.ts";

export interface BulkOptions extends GlobalOptions, FilterOptions {
  readonly ids: readonly string[];
  readonly action: BulkAction;
  readonly reason?: string;
  readonly result?: RunOutcome;
  readonly related?: ArtifactRef;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

const COLUMNS = [{ title: "VERDICT" }, { title: "RUNS" }, { title: "SUCH AS" }];

/** `settled runs bulk`: tells what would become of each run, asks, and starts the run that takes the action. */
export async function bulkRuns(
  { io }: CommandContext,
  options: BulkOptions,
  desk: WritingDesk,
): Promise<ExitCode> {
  const { settled } = desk;
  const { reader, catalog } = settled;
  const workspaceId = workspaceOf(io, options);
  const order = orderOf(options);
  const selected = await selectTargets(reader, workspaceId, selectionOf(options));
  if (selected.kind === "too_many") {
    writeFault(io, "These are more than 1,000 runs.", "Narrow the filter, such as by --since.");
    return EXIT.error;
  }
  const mayAct = () => Promise.resolve("allowed" as const);
  const judged = await judgeTargets({ reader, catalog, mayAct }, order, selected.targets);
  const taken = judged.filter(({ verdict }) => verdict === "taken").length;
  if (options.dryRun === true) {
    tellPreview(io, options, judged);
    return EXIT.ok;
  }
  if (options.output === "table") tellPreview(io, options, judged);
  if (taken === 0) {
    writeFault(io, `${options.action} can be taken on none of these runs.`, "Choose others.");
    return EXIT.error;
  }
  if (catalog.find(BULK_OPERATION) === null) {
    throw usageFault(
      "Actions on many runs are not switched on.",
      "Set `bulk: true` where Settled is created.",
    );
  }
  if (options.yes !== true && !(await isConfirmed(io, options, taken))) {
    io.stderr.write("Nothing was done.\n");
    return EXIT.error;
  }
  // The first action on many of a database may come before any worker that made its queue.
  await settled.prepare();
  const initiator = actorOf(io);
  const answer = await startBulk((input) => settled.start(input), {
    workspaceId,
    order,
    judged,
    initiator,
  });
  if (answer.kind === "refused") {
    writeFault(io, "The action was refused.", "Look at the runs again, and try once more.");
    return EXIT.error;
  }
  const { run, joined } = answer;
  if (options.output === "table") {
    const how = joined ? "The same action is under way already" : "It is under way";
    io.stdout.write(`${how}, as ${run.id}.\n`);
  } else {
    const { json } = viewListedRun(desk, run, io.now());
    const told = { ...json, joined, preview: asPreviewJson(judged) };
    io.stdout.write(`${jsonText(told, options.output === "json" ? 2 : 0)}\n`);
  }
  return EXIT.ok;
}

function orderOf({ action, reason, result, related, dryRun }: BulkOptions): BulkOrder {
  if (reason === undefined && dryRun !== true) {
    throw usageFault(
      "An action on many runs needs a reason.",
      "Give --reason WORDS, or --dry-run.",
    );
  }
  const because = reason ?? "";
  if (action !== "resolve") {
    if (result === undefined && related === undefined) return { action, because };
    throw usageFault("--result and --related are for --action resolve.", "Leave them out.");
  }
  if (result === undefined) throw usageFault("resolve needs an outcome.", "Give --result WORD.");
  return { action, because, outcome: result, related: related ?? null };
}

function selectionOf(options: BulkOptions): BulkSelection {
  const filter = filterOf(options);
  const isNarrowed = Object.keys(filter).length > 0;
  if (options.ids.length > 0 && !isNarrowed) {
    return { kind: "ids", ids: options.ids.map((id) => ({ id: asRunId(id) })) };
  }
  if (options.ids.length === 0 && isNarrowed) return { kind: "filter", filter };
  throw usageFault("Name the runs by their ids, or by a filter.", "Give one of both.");
}

function tellPreview(io: CliIo, options: BulkOptions, judged: readonly JudgedTarget[]): void {
  if (options.output !== "table") {
    const told = { action: options.action, dry_run: true, ...asPreviewJson(judged) };
    io.stdout.write(`${jsonText(told, options.output === "json" ? 2 : 0)}\n`);
    return;
  }
  const counts = countVerdicts(judged.map(({ verdict }) => verdict));
  const rows = [...counts].map(([verdict, count]) => [
    { text: verdict === "taken" ? "will be taken" : verdict.replaceAll("_", " ") },
    { text: String(count) },
    { text: judged.find((target) => target.verdict === verdict)?.id ?? "" },
  ]);
  if (rows.length === 0) io.stdout.write("No run fits what was asked for.\n");
  else writeTable(io.stdout, COLUMNS, rows);
}

async function isConfirmed({ ask }: CliIo, { action }: BulkOptions, runs: number) {
  if (ask === null) return true;
  return /^\s*y(?:es)?\s*$/i.test(await ask(`${action} ${runs} runs? [y/N] `));
}
