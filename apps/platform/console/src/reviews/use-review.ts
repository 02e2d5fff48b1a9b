import { useQuery } from "@tanstack/react-query";
import { useApi } from "settled-console/app";
import { environmentKey, type EnvironmentPlace, reviewPath } from "../environments/places.ts";
import type { Lineage, Review } from "./review-shape.ts";

/** One review, with the tag that an action on it names. */
export function useReview(place: EnvironmentPlace, id: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...environmentKey(place), "review", id],
    queryFn: ({ signal }) => api.ask<Review>(reviewPath(place, id), { signal }),
  });
}

/** Every review of its lineage, also those that were taken back. */
export function useLineage(place: EnvironmentPlace, id: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...environmentKey(place), "lineage", id],
    queryFn: async ({ signal }) =>
      (await api.ask<Lineage>(`${reviewPath(place, id)}/lineage`, { signal })).body,
  });
}
