import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useAboutEnvironment, useApi } from "settled-console/app";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { belowApi } from "../places/use-list.ts";
import type { PublishedLine, PublishedReview } from "./published-shape.ts";

export function publishedKey({ workspace, environment }: EnvironmentPlace) {
  return ["published", workspace, environment] as const;
}

interface PublishedPage {
  readonly environment: { readonly id: string; readonly name: string };
  readonly published: readonly PublishedLine[];
  readonly next: string | null;
}

/** What a customer sees of an environment, newest first, and what the environment is called. */
export function usePublished(place: EnvironmentPlace) {
  const api = useApi();
  const found = useInfiniteQuery({
    queryKey: [...publishedKey(place), "list"],
    initialPageParam: pathIn(place, "/published"),
    queryFn: async ({ pageParam, signal }) =>
      (await api.ask<PublishedPage>(pageParam, { signal })).body,
    getNextPageParam: ({ next }) => (next === null ? undefined : belowApi(next)),
  });
  const name = found.data?.pages[0]?.environment.name ?? null;
  useAboutEnvironment(name ?? place.environment);
  const lines = found.data?.pages.flatMap(({ published }) => published) ?? [];
  return { found, name: name ?? place.environment, lines };
}

/** A published review; null = none is asked for. */
export function usePublishedReview(place: EnvironmentPlace, id: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: [...publishedKey(place), "review", id],
    queryFn: async ({ signal }) => {
      const path = pathIn(place, `/published/reviews/${encodeURIComponent(id ?? "")}`);
      return (await api.ask<PublishedReview>(path, { signal })).body;
    },
    enabled: id !== null,
  });
}
