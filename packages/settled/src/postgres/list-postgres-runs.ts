import type {
  CountRunsInput,
  ListRunsInput,
  RunFilter,
  RunPage,
  RunTally,
} from "../ports/run-reader.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { isSettledError, SettledError } from "../run/settled-error.ts";
import { asRun } from "./run-row.ts";
import { sqlStateOf } from "./sql-error.ts";
import type { NamedSql } from "./sql-files.ts";
import type { StoreExecutors } from "./store-executors.ts";
import { withRetries } from "./with-retries.ts";

type Lists = Pick<StoreExecutors, "inWorkspace">;

const SEARCH_TIMEOUT_MS = 2_000;
const LIMIT_WAIT = "select set_config('statement_timeout', $1, true)";
const QUERY_CANCELED = "57014";

export async function listRuns(
  executors: Lists,
  sql: NamedSql,
  { workspaceId, filter, after, limit }: ListRunsInput,
): Promise<RunPage> {
  const values = valuesOf({ workspaceId, filter, after, limit: limit + 1 });
  const rows = await ask(executors, { workspaceId, filter, text: sql("list-runs"), values });
  const runs = rows.slice(0, limit).map((row) => asRun(row));
  const last = runs.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { runs, next: more ? { createdAt: last.createdAt, id: last.id } : null };
}

export async function countRuns(
  executors: Lists,
  sql: NamedSql,
  { workspaceId, filter, atMost }: CountRunsInput,
): Promise<RunTally> {
  const values = valuesOf({ workspaceId, filter, after: null, limit: atMost });
  const [row] = await ask(executors, { workspaceId, filter, text: sql("count-runs"), values });
  const { count, oldest } = row as { count: string; oldest: Date | null };
  return { count: Number(count), oldest };
}

function valuesOf({ workspaceId, filter, after, limit }: ListRunsInput): readonly unknown[] {
  return [
    workspaceId,
    filter.status ?? null,
    filter.outcome ?? null,
    filter.operationType ?? null,
    filter.environmentId ?? null,
    filter.initiatorId ?? null,
    filter.reason ?? null,
    filter.since ?? null,
    filter.until ?? null,
    after?.createdAt ?? null,
    after?.id ?? null,
    filter.reconciled ?? null,
    filter.needsPerson ?? null,
    limit,
    filter.search ?? null,
  ];
}

/** A search may be as wide as a workspace, so it alone has a time of its own. */
async function ask(
  executors: Lists,
  asked: {
    readonly workspaceId: WorkspaceId;
    readonly filter: RunFilter;
    readonly text: string;
    readonly values: readonly unknown[];
  },
): Promise<readonly unknown[]> {
  const scope = executors.inWorkspace(asked.workspaceId);
  const isSearch = asked.filter.search !== undefined;
  try {
    return await withRetries(() =>
      scope.transaction(async (tx) => {
        if (isSearch) await tx.executeSql(LIMIT_WAIT, [String(SEARCH_TIMEOUT_MS)]);
        return (await tx.executeSql(asked.text, asked.values)).rows;
      }),
    );
  } catch (error) {
    throw isSearch && tookTooLong(error) ? tooWide(error) : error;
  }
}

function tookTooLong(error: unknown): boolean {
  return sqlStateOf(isSettledError(error) ? error.cause : error) === QUERY_CANCELED;
}

function tooWide(cause: unknown): SettledError {
  return new SettledError(
    "search_too_wide",
    "The search took longer than 2 seconds. Name more of a word, an environment, or a time.",
    { cause },
  );
}
