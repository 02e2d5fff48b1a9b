import { useInfiniteQuery } from "@tanstack/react-query";
import { useApi } from "settled-console/app";

const API = "/api/v1";

type ListPage<Name extends string, Entry> = { readonly [Key in Name]: readonly Entry[] } & {
  readonly next: string | null;
};

/** A list of the API, page behind page; `key` also names it for whatever makes it stale. */
export function useList<Entry, Name extends string = string>(list: {
  readonly key: readonly unknown[];
  readonly path: string;
  readonly name: Name;
  readonly isPaused?: boolean;
}) {
  const api = useApi();
  const found = useInfiniteQuery({
    queryKey: list.key,
    initialPageParam: list.path,
    queryFn: async ({ pageParam, signal }) =>
      (await api.ask<ListPage<Name, Entry>>(pageParam, { signal })).body,
    getNextPageParam: ({ next }) => (next === null ? undefined : belowApi(next)),
    enabled: list.isPaused !== true,
  });
  const entries: readonly Entry[] = found.data?.pages.flatMap((page) => page[list.name]) ?? [];
  return { found, entries };
}

/** The server names the next page by its whole path, below whatever it is mounted at. */
export function belowApi(path: string): string {
  const at = path.indexOf(API);
  return at === -1 ? path : path.slice(at + API.length);
}
