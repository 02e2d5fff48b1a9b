import { useQuery } from "@tanstack/react-query";
import { useAboutEnvironment, useApi } from "settled-console/app";
import type { EnvironmentJson } from "../../../src/server/api/environment-json.ts";
import { type EnvironmentPlace, pathIn } from "./environment-place.ts";

/** The environment of a page, which the head of the console then shows. */
export function useEnvironment(place: EnvironmentPlace) {
  const api = useApi();
  const found = useQuery({
    queryKey: ["environment", place.workspace, place.environment, "head"],
    queryFn: async ({ signal }) =>
      (await api.ask<EnvironmentJson>(pathIn(place, ""), { signal })).body,
  });
  useAboutEnvironment(found.data?.name ?? place.environment);
  return found;
}
