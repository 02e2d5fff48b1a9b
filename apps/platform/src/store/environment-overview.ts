import type { EnvironmentId, RunScope, SqlExecutor, WorkspaceId } from "settled";
import type { EnvironmentReview } from "../review/review.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import type { CoverageCount } from "./coverage-count.ts";
import type { ManagedEnvironment } from "./environment.ts";
import { asPage, type Page, type PageOrder } from "./newest-page.ts";
import { platformSql } from "./platform-sql.ts";

export type NewestSnapshot = Pick<EnvironmentSnapshot, "snapshotId" | "sealedAt" | "counts"> & {
  readonly coverage: CoverageCount;
};

export type NewestReview = Pick<
  EnvironmentReview,
  "reviewId" | "sequence" | "periodKey" | "status" | "completeness" | "asOf"
>;

/** The newest restore that sealed a plan. */
export interface NewestRestore {
  readonly restoreId: string;
  readonly runId: string;
  readonly sealedAt: Date;
  /** Null = nobody has looked yet what became of it, so `written` says nothing. */
  readonly judgedAt: Date | null;
  readonly planned: number;
  readonly written: number;
}

/** An environment with the newest of what was made of it; null = there is none yet. */
export interface EnvironmentOverview extends ManagedEnvironment {
  /** Whether the provider must prove whose it is before anything is written. */
  readonly isPinned: boolean;
  readonly snapshot: NewestSnapshot | null;
  readonly review: NewestReview | null;
  readonly restore: NewestRestore | null;
}

interface OverviewRow {
  readonly environment_id: EnvironmentId;
  readonly name: string;
  readonly state: ManagedEnvironment["state"];
  readonly provider: ManagedEnvironment["provider"];
  readonly pinned_identity: string | null;
  readonly snapshot_id: string | null;
  readonly sealed_at: Date;
  readonly counts: EnvironmentSnapshot["counts"];
  readonly types: number;
  readonly complete: number;
  readonly review_id: string | null;
  readonly sequence: number;
  readonly period_key: string;
  readonly review_status: EnvironmentReview["status"];
  readonly completeness: number;
  readonly as_of: Date;
  readonly restore_id: string | null;
  readonly restore_run_id: string;
  readonly restore_sealed_at: Date;
  readonly restore_judged_at: Date | null;
  readonly planned: number;
  readonly written: number;
}

/** The place behind an environment in a list by name. */
export interface NamedPlace {
  readonly name: string;
  readonly id: string;
}

/** A page of the environments by name, of those alone that are named if any are. */
export async function pageEnvironments(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  order: PageOrder<NamedPlace> & { readonly environmentIds: readonly string[] | null },
): Promise<Page<EnvironmentOverview, NamedPlace>> {
  const { after, limit, environmentIds } = order;
  const place = [after?.name ?? null, after?.id ?? null];
  const values = [workspaceId, environmentIds, ...place, limit + 1];
  const { rows } = await on.executeSql(platformSql("page-environments"), values);
  const read = rows.map((row) => asOverview(row as OverviewRow, workspaceId));
  return asPage(read, limit, ({ name, environmentId: id }) => ({ name, id }));
}

export async function findEnvironmentOverview(
  on: SqlExecutor,
  { workspaceId, environmentId }: RunScope,
): Promise<EnvironmentOverview | null> {
  const order = { after: null, limit: 1, environmentIds: [environmentId ?? ""] };
  return (await pageEnvironments(on, workspaceId, order)).entries[0] ?? null;
}

function asOverview(row: OverviewRow, workspaceId: WorkspaceId): EnvironmentOverview {
  return {
    workspaceId,
    environmentId: row.environment_id,
    name: row.name,
    state: row.state,
    provider: row.provider,
    isPinned: row.pinned_identity !== null,
    snapshot:
      row.snapshot_id === null
        ? null
        : {
            snapshotId: row.snapshot_id,
            sealedAt: row.sealed_at,
            counts: row.counts,
            coverage: { types: row.types, complete: row.complete },
          },
    review:
      row.review_id === null
        ? null
        : {
            reviewId: row.review_id,
            sequence: row.sequence,
            periodKey: row.period_key,
            status: row.review_status,
            completeness: row.completeness,
            asOf: row.as_of,
          },
    restore:
      row.restore_id === null
        ? null
        : {
            restoreId: row.restore_id,
            runId: row.restore_run_id,
            sealedAt: row.restore_sealed_at,
            judgedAt: row.restore_judged_at,
            planned: row.planned,
            written: row.written,
          },
  };
}
