// operation    a kind of work, with a canonical type: `restore.execute`
// run          one durable record of doing an operation once
// job          the queue engine's parcel; a job fails, a run has an outcome
// artifact     the business thing that a run makes: a review, a restore record, a pack
// status       where the run is in its life: queued, running, completed
// outcome      how it ended; null until completed
// decision     what an adapter concluded: an outcome, or `undecided` (never stored as an outcome)
// related      the artifact that proves the outcome: { type, id }
// driver       our side of a queue engine; only business truth has adapters
// worker lease the sign of life of one worker process
// attempt      one execution of a run; its number is the fencing token
import type { Initiator } from "./actor.ts";
import type { JsonValue } from "./json-value.ts";
import type { RunContext } from "./run-context.ts";
import type { RunFailure } from "./run-failure.ts";
import type { RunOutcome, RunStatus } from "./run-position.ts";
import type { RunId, RunScope } from "./scope.ts";

export {
  isRunOutcome,
  RUN_OUTCOMES,
  RUN_STATUSES,
  type RunOutcome,
  type RunStatus,
} from "./run-position.ts";

/** One durable record of doing an operation once. All times are the database's, to the millisecond. */
export interface OperationRun extends RunScope {
  readonly id: RunId;
  readonly operationType: string;
  readonly status: RunStatus;
  /** Null exactly while `status` is not `completed`. */
  readonly outcome: RunOutcome | null;
  /** SHA-256 of the operation's identity; at most one active run bears it in its scope. */
  readonly identityKey: string;
  /** The number of executions begun so far; the fencing token of the last one. */
  readonly attempt: number;
  /** Bumped by every write. */
  readonly version: number;
  /** The worker lease that executes the run; null when nobody does. */
  readonly ownerId: string | null;
  readonly initiator: Initiator;
  readonly input: JsonValue;
  readonly context: RunContext;
  readonly summary: RunSummary;
  readonly progress: RunProgress | null;
  readonly failure: RunFailure | null;
  readonly createdAt: Date;
  readonly queuedAt: Date;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  /** When the truth is to be looked at next; null = never again. */
  readonly dueAt: Date | null;
  readonly cancelRequestedAt: Date | null;
  readonly rerunOf: RunId | null;
}

/** What a run counted, by name: `{ policies: 120, unreadable: 1 }`. */
export type RunSummary = Readonly<Record<string, number>>;

export interface RunProgress {
  readonly done: number;
  readonly total: number | null;
  readonly message: string | null;
}

export function isActive(run: OperationRun): boolean {
  return run.status !== "completed";
}

/** Whether an outcome leaves something to do for a person. */
export function needsPerson(outcome: RunOutcome | null): boolean {
  return outcome === "attention_required" || outcome === "blocked";
}
