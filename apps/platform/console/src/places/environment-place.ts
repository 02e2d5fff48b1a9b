import { usePathPart } from "settled-console/app";

/** The environment that a page is about. */
export interface EnvironmentPlace {
  readonly workspace: string;
  readonly environment: string;
}

export function useEnvironmentPlace(): EnvironmentPlace {
  return { workspace: usePathPart("workspace"), environment: usePathPart("environment") };
}

/** What lies below an environment, in the console and in the API alike. */
export function pathIn({ workspace, environment }: EnvironmentPlace, below: string): string {
  const [first, second] = [workspace, environment].map(encodeURIComponent);
  return `/workspaces/${first}/environments/${second}${below}`;
}
