import { useQuery } from "@tanstack/react-query";
import { useApi } from "settled-console/app";
import type { Environment } from "./environment-shape.ts";
import { environmentKey, environmentPath, type EnvironmentPlace } from "./places.ts";

/** One environment at a glance, with the tag that a change of it names. */
export function useEnvironment(place: EnvironmentPlace) {
  const api = useApi();
  return useQuery({
    queryKey: [...environmentKey(place), "glance"],
    queryFn: ({ signal }) => api.ask<Environment>(environmentPath(place), { signal }),
  });
}

/** Something of an environment, kept under its name. `below` is the path below the environment. */
export function useOfEnvironment<Body>(place: EnvironmentPlace, below: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...environmentKey(place), below],
    queryFn: async ({ signal }) =>
      (await api.ask<Body>(`${environmentPath(place)}${below}`, { signal })).body,
  });
}
