import type { EnvironmentPlace } from "../places/environment-place.ts";

/** Everything that is kept about the restores of an environment. */
export function restoresKey({ workspace, environment }: EnvironmentPlace) {
  return ["restores", workspace, environment] as const;
}
