import { isRunId, NO_FAULTS, type OperationRun, type SqlExecutor } from "settled";
import type { Platform } from "../platform.ts";
import type { JudgedItem } from "../restore/item-judgement.ts";
import { readJudgedItems } from "../restore/read-judged-items.ts";
import type { RestoreRecord } from "../restore/restore-record.ts";
import { type JournaledAttempt, listRestoreAttempts } from "../store/restore-journal.ts";
import { findRestoreAnywhere, listRestores } from "../store/restore-store.ts";
import type { EnvironmentScope } from "./in-environment.ts";

/** A restore as a line: what was sealed, and the run that bore it; null if that run is not kept any more. */
export interface RestoreEntry {
  readonly restore: RestoreRecord;
  readonly run: OperationRun | null;
}

export interface FoundRestore extends RestoreEntry {
  readonly judged: readonly JudgedItem[];
  readonly attempts: readonly JournaledAttempt[];
}

type Scope = Pick<EnvironmentScope, "workspaceId" | "environmentId">;

const PROVIDER_TIMEOUT_MS = 8_000;

/** A restore of the environment, its items and its journal; one of another environment is not there. */
export async function gatherRestore(
  { settled, database }: Platform,
  on: SqlExecutor,
  asked: { readonly scope: Scope; readonly id: string },
): Promise<FoundRestore | null> {
  const { scope, id } = asked;
  const restore = isRunId(id) ? await findRestoreAnywhere(on, scope.workspaceId, id) : null;
  if (restore === null || restore.environmentId !== scope.environmentId) return null;
  const parts = { database, faults: NO_FAULTS };
  const source = { parts, on, signal: AbortSignal.timeout(PROVIDER_TIMEOUT_MS) };
  return {
    restore,
    run: await settled.reader.findRun(scope.workspaceId, restore.runId),
    judged: await readJudgedItems(source, scope.workspaceId, restore),
    attempts: await listRestoreAttempts(on, scope, restore.restoreId),
  };
}

/** The restores of an environment that sealed a plan, newest first. */
export async function gatherRestores(
  { settled }: Pick<Platform, "settled">,
  on: SqlExecutor,
  scope: Scope,
): Promise<readonly RestoreEntry[]> {
  return gatherRuns({ settled }, scope, await listRestores(on, scope));
}

/** Each restore with its run. */
export async function gatherRuns(
  { settled }: Pick<Platform, "settled">,
  { workspaceId }: Pick<Scope, "workspaceId">,
  restores: readonly RestoreRecord[],
): Promise<readonly RestoreEntry[]> {
  const entries: RestoreEntry[] = [];
  for (const restore of restores) {
    entries.push({ restore, run: await settled.reader.findRun(workspaceId, restore.runId) });
  }
  return entries;
}
