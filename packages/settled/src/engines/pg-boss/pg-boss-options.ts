import type { Logger } from "../../ports/logger.ts";
import type { SqlExecutor } from "../../ports/sql-executor.ts";
import type { WorkspaceId } from "../../run/scope.ts";

/** Whatever runs SQL the way a `pg.Pool` does: several statements in one text answer with a list of results. */
export interface PoolLike {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** How pg-boss looks after its tables. Every process may do it: they take turns through the database. */
export interface PgBossMaintenance {
  /** False in processes that only dispatch, such as a web server beside its workers. */
  readonly supervise?: boolean;
  /** How often jobs without a sign of life are looked for; 2 s unless said. */
  readonly superviseIntervalSeconds?: number;
  /** False where another hand installs and migrates pg-boss's schema. */
  readonly migrate?: boolean;
}

export type PgBossEngineOptions = (
  | { readonly connectionString: string; readonly connectionsMax?: number }
  /** Stays the caller's: the engine neither closes it nor hears its errors. */
  | { readonly pool: PoolLike }
) & {
  readonly schema?: string;
  /** What `context.dispatch.connection` says. */
  readonly connection?: string;
  /** A worker silent for so long has lost its jobs; whole seconds, 10 at least. */
  readonly heartbeatSeconds?: number;
  /** Instead of each operation's own time limit and a minute. */
  readonly expireInSeconds?: number;
  /** How often an idle slot looks for work; 0.5 s at least. */
  readonly pollingIntervalSeconds?: number;
  readonly maintenance?: PgBossMaintenance;
  /**
   * For a server, whose account sees a job only where its workspace is named: what is asked about a run is asked here.
   * Such an engine dispatches, looks and withdraws; it keeps, prepares and works nothing.
   */
  readonly inWorkspace?: (workspaceId: WorkspaceId) => SqlExecutor;
  readonly logger?: Logger;
};
