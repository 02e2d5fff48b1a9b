/** Where the console shows the things of a workspace, and where the API has them: below the same parts of a path. */
export interface EnvironmentPlace {
  readonly workspace: string;
  readonly environment: string;
}

export function environmentsPath(workspace: string): string {
  return `/workspaces/${encodeURIComponent(workspace)}/environments`;
}

export function environmentPath({ workspace, environment }: EnvironmentPlace): string {
  return `${environmentsPath(workspace)}/${encodeURIComponent(environment)}`;
}

export function reviewPath(place: EnvironmentPlace, review: string): string {
  return `${environmentPath(place)}/reviews/${encodeURIComponent(review)}`;
}

export function snapshotPath(place: EnvironmentPlace, snapshot: string): string {
  return `${environmentPath(place)}/snapshots/${encodeURIComponent(snapshot)}`;
}

/** A baseline belongs to the workspace; its pins belong to the environment that it is looked at from. */
export function baselinePath(place: EnvironmentPlace, baseline: string): string {
  return `${environmentPath(place)}/baselines/${encodeURIComponent(baseline)}`;
}

export function runsPath(workspace: string): string {
  return `/workspaces/${encodeURIComponent(workspace)}/runs`;
}

export function runPath(workspace: string, run: string): string {
  return `${runsPath(workspace)}/${encodeURIComponent(run)}`;
}

/** Everything of an environment that was read; a change makes all of it be read again. */
export function environmentKey({ workspace, environment }: EnvironmentPlace) {
  return ["environment", workspace, environment] as const;
}
