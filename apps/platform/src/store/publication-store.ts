import type { RunScope, SqlExecutor } from "settled";
import { v7 as uuidv7 } from "uuid";
import { newestPage, type NewestPlace, type Page, type PageOrder } from "./newest-page.ts";
import { platformSql } from "./platform-sql.ts";

/** What was given to the customer of an environment. */
export type Published =
  | { readonly kind: "review"; readonly reviewId: string }
  | { readonly kind: "pack"; readonly packId: string };

/** Who gave it, and when; it was not taken back since. */
export type Publication = Published & {
  readonly publicationId: string;
  readonly publishedBy: string;
  readonly publishedAt: Date;
};

interface PublicationRow {
  readonly publication_id: string;
  readonly review_id: string | null;
  readonly pack_id: string | null;
  readonly published_by: string;
  readonly published_at: Date;
}

const PUBLISH = { review: "publish-review", pack: "publish-pack" } as const;
const FIND = { review: "find-review-publication", pack: "find-pack-publication" } as const;
const WITHDRAW = {
  review: "withdraw-review-publication",
  pack: "withdraw-pack-publication",
} as const;

/** Null if it is published already. */
export async function publish(
  tx: SqlExecutor,
  scope: RunScope,
  { published, by }: { readonly published: Published; readonly by: string },
): Promise<Publication | null> {
  const values = [scope.workspaceId, scope.environmentId, uuidv7(), idOf(published), by];
  return first(await tx.executeSql(platformSql(PUBLISH[published.kind]), values));
}

/** The publication that was taken back; null if there was none. */
export async function withdrawPublication(
  tx: SqlExecutor,
  scope: RunScope,
  input: { readonly published: Published; readonly by: string; readonly reason: string },
): Promise<Publication | null> {
  const { published, by, reason } = input;
  const values = [scope.workspaceId, scope.environmentId, idOf(published), by, reason];
  return first(await tx.executeSql(platformSql(WITHDRAW[published.kind]), values));
}

export async function findPublication(
  on: SqlExecutor,
  scope: RunScope,
  published: Published,
): Promise<Publication | null> {
  const values = [scope.workspaceId, scope.environmentId, idOf(published)];
  return first(await on.executeSql(platformSql(FIND[published.kind]), values));
}

/** What the customer sees, newest first: without what was taken back, or whose review or pack was. */
export function pagePublications(
  on: SqlExecutor,
  scope: RunScope,
  order: PageOrder<NewestPlace>,
): Promise<Page<Publication, NewestPlace>> {
  const asEntry = (row: unknown) => asPublication(row as PublicationRow);
  const placeOf = (one: Publication) => ({ at: one.publishedAt, id: one.publicationId });
  return newestPage(on, scope, { ...order, name: "page-publications", asEntry, placeOf });
}

function idOf(published: Published): string {
  return published.kind === "review" ? published.reviewId : published.packId;
}

function first({ rows }: { readonly rows: readonly unknown[] }): Publication | null {
  return rows.length === 0 ? null : asPublication(rows[0] as PublicationRow);
}

/** The table's checks hold that it is one of both; the empty text can stand nowhere in practice. */
function asPublication(row: PublicationRow): Publication {
  const made = {
    publicationId: row.publication_id,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
  };
  return row.review_id === null
    ? { kind: "pack", packId: row.pack_id ?? "", ...made }
    : { kind: "review", reviewId: row.review_id, ...made };
}
