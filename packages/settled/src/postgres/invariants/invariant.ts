import type { RunId, WorkspaceId } from "../../run/scope.ts";

/** One thing that is true of every run at every moment, and the statement that finds where it is not. */
export interface Invariant {
  /** The statement is `sql/<name with dashes>.sql`. */
  readonly name: string;
  /** What holds, for a person. */
  readonly description: string;
  /** The statement takes the time that the sweepers are given. */
  readonly bounded?: true;
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
  readonly workspaceId: string;
  readonly id: string;
}

export function rangeValues({ after, last }: RunRange): readonly string[] {
  return [after.workspaceId, after.id, last.workspaceId, last.id];
}
