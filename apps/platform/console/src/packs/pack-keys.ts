import type { EnvironmentPlace } from "../places/environment-place.ts";

/** Everything that is kept about the packs of an environment: one change may make all of it stale. */
export function packsKey({ workspace, environment }: EnvironmentPlace) {
  return ["packs", workspace, environment] as const;
}
