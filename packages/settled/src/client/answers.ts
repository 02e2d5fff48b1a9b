import type { OfferedOperation } from "../http/offered-operation.ts";
import type { ListedRunJson, ServedRunJson } from "../http/served-run-json.ts";
import type { ArtifactRef } from "../run/artifact-ref.ts";
import type { JsonObject } from "../run/json-value.ts";
import type { RunOutcome, RunStatus } from "../run/operation-run.ts";

/** An operation that can be started, as its server has registered it. */
export type OperationJson = OfferedOperation;

/** The run that was started, or with `joined` the one that is doing the same already. */
export type StartedRun = ServedRunJson & { readonly joined: boolean };

export type CancelledRun = ServedRunJson & {
  readonly cancellation: "cancelled" | "requested" | "already_requested";
};

/** What a look at the truth found. A dry run changes nothing. */
export type ReconciledRun = ServedRunJson & {
  readonly look: {
    readonly dry_run: boolean;
    readonly changed: boolean;
    /** What was found and what becomes of it, in words. */
    readonly sentence: string;
    readonly found: JsonObject;
  };
};

/** What would become of many runs: how many of each verdict, with some of them. */
export interface BulkPreviewJson {
  readonly targets: number;
  readonly will_be_taken: number;
  readonly verdicts: readonly {
    readonly verdict: string;
    /** The verdict in words. */
    readonly text: string;
    readonly count: number;
    readonly examples: readonly (JsonObject & { readonly id: string })[];
  }[];
}

export type ForetoldBulk = BulkPreviewJson & {
  readonly action: BulkRuns["action"];
  readonly dry_run: true;
};

/** The run that takes the action on each, or with `joined` the one that is taking the same already. */
export type BulkRun = StartedRun & { readonly preview: BulkPreviewJson };

export interface RunsPage {
  readonly runs: readonly ListedRunJson[];
  /** The place behind this page; null behind the last one. */
  readonly cursor: string | null;
}

export interface ReadinessJson {
  readonly ready: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly count?: number;
  }[];
}

/** Every given member narrows; lists are "one of". */
export interface RunListFilter {
  readonly status?: readonly RunStatus[];
  readonly outcome?: readonly RunOutcome[];
  readonly type?: readonly string[];
  readonly environment?: readonly string[];
  readonly reason?: readonly string[];
  /** The id of who asked. */
  readonly initiator?: string;
  readonly since?: Date | string;
  readonly until?: Date | string;
  /** The beginnings of words. */
  readonly q?: string;
  readonly reconciled?: boolean;
  readonly needs_person?: boolean;
}

export interface StartRun {
  readonly environment_id?: string | null;
  readonly input?: unknown;
  /** Made for this call unless given. Give one to start once across several calls or processes. */
  readonly idempotencyKey?: string;
}

/** What is given with an action on a run. */
export interface ActOnRun {
  /** Why, in the words of whoever acts; kept in the run's events. */
  readonly reason?: string;
  /** The version that it was decided on: in another one the action is refused with `stale_version`. */
  readonly ifMatch?: number;
}

export interface RerunRun extends ActOnRun {
  readonly idempotencyKey?: string;
}

export interface ReconcileRun extends ActOnRun {
  readonly dryRun?: boolean;
}

export interface ResolveRun extends ActOnRun {
  readonly outcome: RunOutcome;
  readonly reason: string;
  readonly related?: ArtifactRef | null;
}

/** An action on many runs: those that are named, or all that a filter finds. */
export interface BulkRuns {
  readonly action: "cancel" | "rerun" | "reconcile" | "resolve";
  /** Given with the version that was seen, a run that is in another one by then is left alone as `stale`. */
  readonly ids?: readonly (string | { readonly id: string; readonly version: number })[];
  readonly filter?: RunListFilter;
  /** Why; a look ahead needs none. */
  readonly reason?: string;
  /** For resolve alone. */
  readonly outcome?: RunOutcome;
  readonly related?: ArtifactRef | null;
}
