import type { ServedRunJson, ListedRunJson } from "../http/served-run-json.ts";
import type { RunEventJson } from "../present/run-event-json.ts";
import type {
  ActOnRun,
  BulkRun,
  BulkRuns,
  CancelledRun,
  ForetoldBulk,
  OperationJson,
  ReadinessJson,
  ReconciledRun,
  ReconcileRun,
  RerunRun,
  ResolveRun,
  RunListFilter,
  RunsPage,
  StartedRun,
  StartRun,
} from "./answers.ts";
import type { CallOptions } from "./client-options.ts";
import type { ExportOptions } from "./export-runs.ts";
import type { EventsOptions } from "./list-events.ts";
import type { ListOptions } from "./list-runs.ts";
import type { WaitOptions } from "./wait-for-run.ts";
import type { WatchedEvent } from "./watched-event.ts";
import type { WatchOptions } from "./watch-runs.ts";

/**
 * The runs of one workspace over HTTP. Every call rejects with an ApiError where the server refused, a NetworkError
 * where no answer came, and an UnexpectedAnswerError where something else than the API answered.
 */
export interface SettledClient {
  /** What can be started. */
  operations(options?: CallOptions): Promise<readonly OperationJson[]>;
  /** Starts an operation, or joins what is under way. Sent again without harm: it bears an Idempotency-Key. */
  start(type: string, given?: StartRun & CallOptions): Promise<StartedRun>;
  run(id: string, options?: CallOptions): Promise<ServedRunJson>;
  /** The timeline of a run, oldest line first. */
  events(id: string, options?: EventsOptions): AsyncIterable<RunEventJson>;
  /** Runs, newest first, over as many pages as are read. */
  list(filter?: RunListFilter, options?: ListOptions): AsyncIterable<ListedRunJson>;
  pages(filter?: RunListFilter, options?: ListOptions): AsyncIterable<RunsPage>;
  /** Answers when the run has ended, or when time is up with the run as it then is. */
  wait(id: string, options?: WaitOptions): Promise<ServedRunJson>;
  /** What happens to runs, as it happens; resumes by itself. */
  watch(options?: WatchOptions): AsyncIterable<WatchedEvent>;
  cancel(id: string, given?: ActOnRun & CallOptions): Promise<CancelledRun>;
  rerun(id: string, given?: RerunRun & CallOptions): Promise<StartedRun>;
  reconcile(id: string, given?: ReconcileRun & CallOptions): Promise<ReconciledRun>;
  resolve(id: string, given: ResolveRun & CallOptions): Promise<ServedRunJson>;
  /** Says what an action on many runs would do to each; does nothing. */
  foretellBulk(order: BulkRuns, options?: CallOptions): Promise<ForetoldBulk>;
  /** Starts a run of its own that takes the action on each; its progress is its own. Sent again without harm. */
  bulk(
    order: BulkRuns & { readonly reason: string },
    options?: CallOptions & { readonly idempotencyKey?: string },
  ): Promise<BulkRun>;
  /** All runs of the filter as a file, as it arrives. A file that ends early errors, and is not to be taken for whole. */
  export(filter?: RunListFilter, options?: ExportOptions): Promise<ReadableStream<Uint8Array>>;
  /** Whether the server can work now; "not ready" is an answer. */
  readiness(options?: CallOptions): Promise<ReadinessJson>;
}
