import { SettledError } from "./settled-error.ts";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type RunId = Branded<"RunId">;
export type WorkspaceId = Branded<"WorkspaceId">;
export type EnvironmentId = Branded<"EnvironmentId">;

/** Whose run it is. A null environment means a run of the whole workspace. */
export interface RunScope {
  readonly workspaceId: WorkspaceId;
  readonly environmentId: EnvironmentId | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const SCOPE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

export function isRunId(value: unknown): value is RunId {
  return typeof value === "string" && UUID.test(value);
}

/** Refuses anything but a lower-case UUID with `invalid_run_id`. */
export function asRunId(value: string): RunId {
  if (!isRunId(value)) throw new SettledError("invalid_run_id", "A run id is a lower-case UUID.");
  return value;
}

/** Scope ids are the host's own: 1 to 128 letters, digits, dots, dashes or underscores. */
export function asWorkspaceId(value: string): WorkspaceId {
  if (!SCOPE_NAME.test(value)) throw invalidScope("workspace");
  return value as WorkspaceId;
}

export function asEnvironmentId(value: string): EnvironmentId {
  if (!SCOPE_NAME.test(value)) throw invalidScope("environment");
  return value as EnvironmentId;
}

export function sameScope(a: RunScope, b: RunScope): boolean {
  return a.workspaceId === b.workspaceId && a.environmentId === b.environmentId;
}

function invalidScope(kind: string): SettledError {
  return new SettledError(
    "invalid_scope",
    `The id of ${kind === "environment" ? "an" : "a"} ${kind} is 1 to 128 letters, digits, dots, dashes or underscores, and begins with a letter or digit.`,
  );
}
