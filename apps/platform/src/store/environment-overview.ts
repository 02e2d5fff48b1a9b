import type { EnvironmentId, SqlExecutor, WorkspaceId } from "settled";
import type { EnvironmentReview } from "../review/review.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import type { CoverageCount } from "./coverage-count.ts";
import type { ManagedEnvironment } from "./environment.ts";
import { platformSql } from "./platform-sql.ts";

export type NewestSnapshot = Pick<EnvironmentSnapshot, "snapshotId" | "sealedAt" | "counts"> & {
  readonly coverage: CoverageCount;
};

export type NewestReview = Pick<
  EnvironmentReview,
  "reviewId" | "sequence" | "periodKey" | "status" | "completeness" | "asOf"
>;

/** An environment with the newest of what was made of it; null = there is none yet. */
export interface EnvironmentOverview extends ManagedEnvironment {
  readonly snapshot: NewestSnapshot | null;
  readonly review: NewestReview | null;
}

interface OverviewRow {
  readonly environment_id: EnvironmentId;
  readonly name: string;
  readonly state: ManagedEnvironment["state"];
  readonly provider: ManagedEnvironment["provider"];
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
}

/** The environments of a workspace by name, at most 1,000. */
export async function listEnvironmentOverviews(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
): Promise<readonly EnvironmentOverview[]> {
  const { rows } = await on.executeSql(platformSql("list-environment-overviews"), [workspaceId]);
  return rows.map((row) => asOverview(row as OverviewRow, workspaceId));
}

function asOverview(row: OverviewRow, workspaceId: WorkspaceId): EnvironmentOverview {
  return {
    workspaceId,
    environmentId: row.environment_id,
    name: row.name,
    state: row.state,
    provider: row.provider,
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
  };
}
