import type { BulkAction } from "../bulk/bulk-order.ts";
import type { BulkPreviewJson } from "../client/answers.ts";
import type { ArtifactRef } from "../run/artifact-ref.ts";
import type { RunOutcome } from "../run/operation-run.ts";
import { asRunId } from "../run/scope.ts";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import type { ManyForetold, ManyOrder } from "./desk/many-runs.ts";
import { tellRefusal } from "./desk/refusal.ts";
import type { ActingDesk } from "./desk/run-desk.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { type FilterOptions, filterOf } from "./filter-options.ts";
import type { GlobalOptions } from "./global-options.ts";
import { usageFault, writeFault } from "./report-fault.ts";
import { jsonText } from "./terminal-text.ts";
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
  desk: ActingDesk,
): Promise<ExitCode> {
  const order = orderOf(options);
  const look = await desk.foretellMany(order);
  if (look.kind === "refused") return tellRefusal(io, look.refusal);
  const { done: foretold } = look;
  if (options.dryRun === true || options.output === "table") tellForetold(io, options, foretold);
  if (options.dryRun === true) return EXIT.ok;
  const taken = foretold.will_be_taken;
  if (taken === 0) {
    writeFault(io, `${options.action} can be taken on none of these runs.`, "Choose others.");
    return EXIT.error;
  }
  if (options.yes !== true && !(await isConfirmed(io, options, taken))) {
    io.stderr.write("Nothing was done.\n");
    return EXIT.error;
  }
  const answer = await desk.actOnMany(order);
  if (answer.kind === "refused") return tellRefusal(io, answer.refusal);
  const { done: run } = answer;
  if (options.output === "table") {
    const how = run.joined ? "The same action is under way already" : "It is under way";
    io.stdout.write(`${how}, as ${run.id}.\n`);
  } else {
    io.stdout.write(`${jsonText(run, options.output === "json" ? 2 : 0)}\n`);
  }
  return EXIT.ok;
}

function orderOf(options: BulkOptions): ManyOrder {
  const { action, reason = null, result, related, dryRun } = options;
  if (reason === null && dryRun !== true) {
    throw usageFault(
      "An action on many runs needs a reason.",
      "Give --reason WORDS, or --dry-run.",
    );
  }
  if (action !== "resolve") {
    const isPlain = result === undefined && related === undefined;
    if (isPlain) return { action, reason, settlement: null, selection: selectionOf(options) };
    throw usageFault("--result and --related are for --action resolve.", "Leave them out.");
  }
  if (result === undefined) throw usageFault("resolve needs an outcome.", "Give --result WORD.");
  const settlement = { outcome: result, related: related ?? null };
  return { action, reason, settlement, selection: selectionOf(options) };
}

function selectionOf(options: BulkOptions): ManyOrder["selection"] {
  const filter = filterOf(options);
  const isNarrowed = Object.keys(filter).length > 0;
  if (options.ids.length > 0 && !isNarrowed) return { kind: "ids", ids: options.ids.map(asRunId) };
  if (options.ids.length === 0 && isNarrowed) return { kind: "filter", filter };
  throw usageFault("Name the runs by their ids, or by a filter.", "Give one of both.");
}

function tellForetold(io: CliIo, { output }: BulkOptions, foretold: ManyForetold): void {
  if (output !== "table") {
    io.stdout.write(`${jsonText(foretold, output === "json" ? 2 : 0)}\n`);
    return;
  }
  const rows = foretold.verdicts.map(rowOf);
  if (rows.length === 0) io.stdout.write("No run fits what was asked for.\n");
  else writeTable(io.stdout, COLUMNS, rows);
}

function rowOf({ verdict, count, examples }: BulkPreviewJson["verdicts"][number]) {
  return [
    { text: verdict === "taken" ? "will be taken" : verdict.replaceAll("_", " ") },
    { text: String(count) },
    { text: examples[0]?.id ?? "" },
  ];
}

async function isConfirmed({ ask }: CliIo, { action }: BulkOptions, runs: number) {
  if (ask === null) return true;
  return /^\s*y(?:es)?\s*$/i.test(await ask(`${action} ${runs} runs? [y/N] `));
}
