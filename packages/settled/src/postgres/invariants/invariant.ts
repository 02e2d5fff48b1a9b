import type { RunId, WorkspaceId } from "../../run/scope.ts";

/** One thing that is true of every run at every moment; its SELECT finds where it is not. */
export interface Invariant {
  /** The SELECT is `sql/<name with dashes>.sql`. */
  readonly name: string;
  /** What holds, for a person. */
  readonly description: string;
  /** Asked only where the host told how its artifacts are read. */
  readonly needsTruth?: true;
}

export interface InvariantViolation {
  readonly runId: RunId;
  readonly workspaceId: WorkspaceId;
  /** One sentence without anything that the run's input or a failure said. */
  readonly detail: string;
}

export interface InvariantReport {
  readonly invariant: string;
  readonly description: string;
  readonly violations: readonly InvariantViolation[];
  /** There are more violations than were listed. */
  readonly more: boolean;
  /** How many runs were looked at. */
  readonly examined: number;
}

/** A page of runs in the order of their keys: behind `after`, up to and with `last`. */
export interface RunRange {
  readonly after: RunKey;
  readonly last: RunKey;
}

export interface RunKey {
  readonly id: string;
  readonly workspaceId: string;
}

export function rangeValues({ after, last }: RunRange): readonly string[] {
  return [after.id, after.workspaceId, last.id, last.workspaceId];
}

export function statementNameOf({ name }: Invariant): string {
  return name.replaceAll("_", "-");
}
