import type { Command } from "commander";
import { asWorkspaceId, isRunId, NO_FAULTS, type OperationRun, reasonOf } from "settled";
import type { Platform } from "../platform.ts";
import { readJudgedRestore } from "../restore/read-judged-restore.ts";
import type { RestoreRecord } from "../restore/restore-record.ts";
import { listRestores } from "../store/restore-store.ts";
import { EXIT } from "./exit-code.ts";
import { restoreAnswer } from "./restore-answer.ts";
import { asScope } from "./find-scope.ts";
import { CommandFault } from "./terminal.ts";
import { withPlatform } from "./with-platform.ts";
import {
  addOutputOption,
  type CommandAnswer,
  type OutputFormat,
  writeAnswer,
} from "./write-output.ts";

/** `platform restore show` and `platform restore list`: these only read. */
export function addRestoreReadings(restore: Command): void {
  addOutputOption(restore.command("show"))
    .description("show what a restore has really written, item by item")
    .argument("<run>", "the id of its run")
    .requiredOption("--workspace <id>", "the workspace")
    .action(async (run: string, options: { workspace: string; output: OutputFormat }) => {
      await withPlatform(async (platform) => {
        writeAnswer(options.output, await showRestore(platform, { run, ...options }));
      });
    });
  addOutputOption(restore.command("list"))
    .description("list the restores of an environment, newest first")
    .requiredOption("--workspace <id>", "the workspace")
    .requiredOption("--environment <id>", "the environment")
    .action(async (options: { workspace: string; environment: string; output: OutputFormat }) => {
      await withPlatform(async (platform) => {
        writeAnswer(options.output, await restoresOf(platform, options));
      });
    });
}

async function showRestore(
  { database, settled }: Platform,
  options: { readonly run: string; readonly workspace: string },
): Promise<CommandAnswer> {
  const workspaceId = asWorkspaceId(options.workspace);
  const run = isRunId(options.run) ? await settled.reader.findRun(workspaceId, options.run) : null;
  const parts = { database, faults: NO_FAULTS };
  const found = run === null ? null : await readJudgedRestore(parts, workspaceId, run.id);
  if (run === null || found === null) {
    throw new CommandFault(
      "No plan was sealed by such a run, so nothing was written.",
      EXIT.notFound,
    );
  }
  return restoreAnswer(run, found.restore, found.judged);
}

async function restoresOf(
  { database, settled }: Platform,
  options: { readonly workspace: string; readonly environment: string },
): Promise<CommandAnswer> {
  const scope = asScope(options);
  const lines: { readonly restore: RestoreRecord; readonly run: OperationRun | null }[] = [];
  for (const restore of await listRestores(database, scope)) {
    const run = await settled.reader.findRun(scope.workspaceId, restore.runId);
    lines.push({ restore, run });
  }
  return {
    json: lines.map(({ restore, run }) => ({
      restore_id: restore.restoreId,
      run_id: restore.runId,
      snapshot_id: restore.snapshotId,
      resumes_restore_id: restore.resumesRestoreId,
      sealed_at: restore.sealedAt,
      outcome: run?.outcome ?? null,
      reason: run === null ? null : reasonOf(run.context),
      summary: run?.summary ?? {},
    })),
    columns: [{ title: "Sealed" }, { title: "Run" }, { title: "Outcome" }, { title: "Written" }],
    rows: lines.map(({ restore, run }) => [
      restore.sealedAt.toISOString(),
      restore.runId,
      run?.outcome ?? run?.status ?? "gone",
      `${run?.summary["written"] ?? 0} of ${run?.summary["planned"] ?? 0}`,
    ]),
    notes: lines.length === 0 ? ["No restore of this environment has sealed a plan yet."] : [],
  };
}
