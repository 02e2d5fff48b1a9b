import type {
  BulkRun,
  CancelledRun,
  OperationJson,
  RunListFilter,
  RunsPage,
  StartedRun,
} from "../../client/answers.ts";
import type { ServedRunJson } from "../../http/served-run-json.ts";
import type { RunEventJson } from "../../present/run-event-json.ts";
import type { FindingJson } from "../../reconcile/finding-json.ts";
import type { ArtifactRef } from "../../run/artifact-ref.ts";
import type { RunOutcome } from "../../run/operation-run.ts";
import type { RunId, WorkspaceId } from "../../run/scope.ts";
import type { ManyForetold, ManyOrder } from "./many-runs.ts";
import type { Refusal } from "./refusal.ts";

/**
 * Where the commands look at the runs of one workspace. What stands behind it, a database or a server, no command
 * asks: both answer the same.
 */
export interface RunDesk {
  readonly workspaceId: WorkspaceId;
  operations(): Promise<readonly OperationJson[]>;
  listRuns(input: ListInput): Promise<RunsPage>;
  /** All runs of the filter as the text of a file, as it is written. */
  exportRuns(filter: RunListFilter, format: "csv" | "ndjson"): AsyncIterable<string>;
  /** With its artifact looked at just now; null where there is none, or none to be seen. */
  findRun(id: RunId): Promise<ServedRunJson | null>;
  /** The lines of a run's timeline behind a sequence. */
  timeline(id: RunId, after?: string): AsyncIterable<RunEventJson>;
  /** Waits until another look at the run may be worth it. */
  awaitNews(run: ServedRunJson): Promise<void>;
  /** Whether a look that failed so may succeed a little later. */
  isPassing(error: unknown): boolean;
}

/** A desk at which somebody may act. What is refused is an answer. */
export interface ActingDesk extends RunDesk {
  start(input: StartAtDesk): Promise<DeskAnswer<StartedRun>>;
  cancel(id: RunId, why: Why): Promise<DeskAnswer<CancelledRun>>;
  rerun(id: RunId, why: Why): Promise<DeskAnswer<StartedRun>>;
  /** Holds to the version that was seen. */
  resolve(run: ServedRunJson, settlement: Settlement): Promise<DeskAnswer<ServedRunJson>>;
  reconcile(id: RunId, how: { readonly dryRun: boolean }): Promise<DeskAnswer<FindingJson>>;
  /** Says what would become of each. */
  foretellMany(order: ManyOrder): Promise<DeskAnswer<ManyForetold>>;
  /** Starts the run that acts on each. */
  actOnMany(order: ManyOrder): Promise<DeskAnswer<BulkRun>>;
}

export interface ListInput {
  readonly filter: RunListFilter;
  readonly limit: number;
  readonly cursor?: string;
}

export interface StartAtDesk {
  readonly type: string;
  readonly environmentId: string | null;
  readonly input: unknown;
}

export interface Why {
  readonly reason?: string;
}

export interface Settlement {
  readonly outcome: RunOutcome;
  readonly related: ArtifactRef | null;
  readonly reason: string;
}

export type DeskAnswer<Done> =
  | { readonly kind: "done"; readonly done: Done }
  | { readonly kind: "refused"; readonly refusal: Refusal };
