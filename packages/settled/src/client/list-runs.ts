import type { ListedRunJson } from "../http/served-run-json.ts";
import type { RunListFilter, RunsPage } from "./answers.ts";
import type { ApiDoor } from "./api-door.ts";
import { callApi } from "./call-api.ts";
import type { CallOptions } from "./client-options.ts";
import { listQueryOf } from "./list-query.ts";
import { workspacePath } from "./runs-address.ts";

export interface ListOptions extends CallOptions {
  /** Runs asked for at a time; the server's own number unless said. */
  readonly pageSize?: number;
  /** The place behind an earlier page. */
  readonly cursor?: string;
}

/** The pages of a list, newest run first. The next page is asked for when it is wanted. */
export async function* listPages(
  door: ApiDoor,
  filter: RunListFilter,
  { pageSize, cursor: from, signal }: ListOptions,
): AsyncGenerator<RunsPage, void> {
  let cursor = from ?? null;
  do {
    const query = listQueryOf(filter);
    if (pageSize !== undefined) query.set("limit", String(pageSize));
    if (cursor !== null) query.set("cursor", cursor);
    const asked = { method: "GET", path: `${workspacePath(door)}/runs`, query, signal } as const;
    const { runs, next } = await callApi<{
      readonly runs: readonly ListedRunJson[];
      readonly next: string | null;
    }>(door, asked);
    cursor = cursorIn(next);
    yield { runs, cursor };
  } while (cursor !== null);
}

/** Only the place is taken from the server's address: a proxy may have moved the path, and a host is never taken. */
function cursorIn(next: string | null): string | null {
  return next === null ? null : new URL(next, "http://next").searchParams.get("cursor");
}
