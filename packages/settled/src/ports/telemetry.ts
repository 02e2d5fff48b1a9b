import type { ReconciliationRecord } from "../run/reconciliation-record.ts";
import type { OperationRun } from "../run/operation-run.ts";

/** W3C `traceparent` and `tracestate`. */
export type TraceHeaders = Readonly<Record<string, string>>;

/** `send` = a run and its job are handed over; `process` = an attempt executes it; `reconcile` = its truth is asked. */
export type SpanKind = "send" | "process" | "reconcile";

export type SpanSubject = Pick<OperationRun, "id" | "workspaceId" | "operationType">;

/** A span that is open around some work. */
export interface OpenSpan {
  /** What leads to this span from elsewhere; without tracing, what was given. */
  readonly trace: TraceHeaders | undefined;
  note(attributes: Readonly<Record<string, string | number | boolean>>): void;
}

/** What is measured of runs. Never throws, never waits, and names no workspace and no content in a metric. */
export interface Telemetry {
  /** A run was accepted that was not there before. */
  runStarted(run: OperationRun): void;
  /** A run was completed for the first time. */
  runFinished(run: OperationRun): void;
  runReconciled(
    run: OperationRun,
    record: Pick<ReconciliationRecord, "adapter" | "decision">,
  ): void;
  /** A run was settled whose worker was lost: `lost` is the run as it was then. */
  lossSettled(lost: OperationRun): void;
  /** Does the work in a span. `send` goes on with the given trace; the others are linked to it. */
  inSpan<Result>(
    kind: SpanKind,
    subject: SpanSubject,
    options: { readonly trace: TraceHeaders | undefined },
    work: (span: OpenSpan) => Promise<Result>,
  ): Promise<Result>;
  /** Shows how runs stand whenever somebody collects, until it is stopped. */
  watchRuns(): { stop(): void };
}

export const NO_TELEMETRY: Telemetry = {
  runStarted: () => undefined,
  runFinished: () => undefined,
  runReconciled: () => undefined,
  lossSettled: () => undefined,
  inSpan: (_kind, _subject, { trace }, work) => work({ trace, note: () => undefined }),
  watchRuns: () => ({ stop: () => undefined }),
};
