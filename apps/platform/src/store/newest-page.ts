import type { RunScope, SqlExecutor } from "settled";
import { platformSql } from "./platform-sql.ts";

/** The place behind the last entry of a list that begins with the newest. */
export interface NewestPlace {
  readonly at: Date;
  readonly id: string;
}

export interface PageOrder<Place> {
  /** Null = from the beginning. */
  readonly after: Place | null;
  readonly limit: number;
}

export interface Page<Entry, Place> {
  readonly entries: readonly Entry[];
  /** Null = this is the last page. */
  readonly next: Place | null;
}

/** Rows of an environment, newest first: one more than the page holds says whether another one follows. */
export async function newestPage<Entry>(
  on: SqlExecutor,
  scope: RunScope,
  query: PageOrder<NewestPlace> & {
    readonly name: string;
    readonly asEntry: (row: unknown) => Entry;
    readonly placeOf: (entry: Entry) => NewestPlace;
  },
): Promise<Page<Entry, NewestPlace>> {
  const { after, limit } = query;
  const place = [after?.at ?? null, after?.id ?? null];
  const values = [scope.workspaceId, scope.environmentId, ...place, limit + 1];
  const { rows } = await on.executeSql(platformSql(query.name), values);
  return asPage(rows.map(query.asEntry), limit, query.placeOf);
}

/** A page of what was read one further than it is long. */
export function asPage<Entry, Place>(
  read: readonly Entry[],
  limit: number,
  placeOf: (entry: Entry) => Place,
): Page<Entry, Place> {
  const entries = read.slice(0, limit);
  const last = entries.at(-1);
  return { entries, next: read.length > limit && last !== undefined ? placeOf(last) : null };
}
