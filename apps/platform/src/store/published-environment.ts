import type { EnvironmentId, SqlExecutor, WorkspaceId } from "settled";
import type { NamedPlace } from "./environment-overview.ts";
import { asPage, type Page, type PageOrder } from "./newest-page.ts";
import { platformSql } from "./platform-sql.ts";

/** An environment as its customer knows it: what it is called, and what was published of it. */
export interface PublishedEnvironment {
  readonly environmentId: EnvironmentId;
  readonly name: string;
  readonly count: number;
  /** Null = nothing is published. */
  readonly newestAt: Date | null;
}

interface PublishedRow {
  readonly environment_id: EnvironmentId;
  readonly name: string;
  readonly count: number;
  readonly newest_at: Date | null;
}

/** A page of the environments by name, of those alone that are named if any are. */
export async function pagePublishedEnvironments(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  order: PageOrder<NamedPlace> & { readonly environmentIds: readonly string[] | null },
): Promise<Page<PublishedEnvironment, NamedPlace>> {
  const { after, limit, environmentIds } = order;
  const place = [after?.name ?? null, after?.id ?? null];
  const values = [workspaceId, environmentIds, ...place, limit + 1];
  const { rows } = await on.executeSql(platformSql("page-published-environments"), values);
  const read = rows.map((row) => asPublished(row as PublishedRow));
  return asPage(read, limit, ({ name, environmentId: id }) => ({ name, id }));
}

function asPublished(row: PublishedRow): PublishedEnvironment {
  return {
    environmentId: row.environment_id,
    name: row.name,
    count: row.count,
    newestAt: row.newest_at,
  };
}
