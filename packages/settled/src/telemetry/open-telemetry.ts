import {
  type BatchObservableResult,
  context,
  type Link,
  SpanKind as OtelSpanKind,
  SpanStatusCode,
  trace as tracing,
} from "@opentelemetry/api";
import type { Logger } from "../ports/logger.ts";
import type { RunGauges } from "../ports/run-gauges.ts";
import type {
  OpenSpan,
  SpanKind,
  SpanSubject,
  Telemetry,
  TraceHeaders,
} from "../ports/telemetry.ts";
import { createInstruments } from "./instruments.ts";
import { spanContextOf, traceHeadersOf } from "./trace-context.ts";

export interface OpenTelemetryOptions {
  readonly gauges: RunGauges;
  readonly logger: Logger;
}

const KIND: Readonly<Record<SpanKind, OtelSpanKind>> = {
  send: OtelSpanKind.PRODUCER,
  process: OtelSpanKind.CONSUMER,
  reconcile: OtelSpanKind.INTERNAL,
};

/** Telemetry by the OpenTelemetry API: nothing at all until the host registers an SDK. */
export function createOpenTelemetry({ gauges, logger }: OpenTelemetryOptions): Telemetry {
  const instruments = createInstruments();
  return {
    runStarted: ({ operationType }) =>
      instruments().started.add(1, { "settled.operation": operationType }),
    runFinished: ({ operationType, outcome }) =>
      instruments().finished.add(1, {
        "settled.operation": operationType,
        "settled.outcome": outcome ?? "",
      }),
    runReconciled: ({ operationType }, { adapter, decision }) =>
      instruments().reconciliations.add(1, {
        "settled.operation": operationType,
        "settled.adapter": adapter,
        "settled.decision": decision,
      }),
    lossSettled(lost) {
      const attributes = { "settled.operation": lost.operationType };
      gauges.detectionMs(lost).then(
        (ms) => ms === null || instruments().detection.record(ms / 1_000, attributes),
        (error: unknown) => logger.debug({ error }, "the time of a detection is not known"),
      );
    },
    inSpan: (kind, subject, given, work) => inSpan({ kind, subject, ...given }, work),
    watchRuns() {
      const { meter, oldestNeedingPerson, sweepLag } = instruments();
      const watched = [oldestNeedingPerson, sweepLag];
      const observe = async (result: BatchObservableResult): Promise<void> => {
        try {
          const standing = await gauges.readStanding();
          result.observe(oldestNeedingPerson, standing.oldestNeedingPersonMs / 1_000);
          result.observe(sweepLag, standing.sweepLagMs / 1_000);
        } catch (error) {
          logger.debug({ error }, "how runs stand could not be read");
        }
      };
      meter.addBatchObservableCallback(observe, watched);
      return { stop: () => meter.removeBatchObservableCallback(observe, watched) };
    },
  };
}

interface SpanRequest {
  readonly kind: SpanKind;
  readonly subject: SpanSubject;
  readonly trace: TraceHeaders | undefined;
}

async function inSpan<Result>(
  { kind, subject, trace }: SpanRequest,
  work: (span: OpenSpan) => Promise<Result>,
): Promise<Result> {
  const from = spanContextOf(trace);
  const links: Link[] = from === null || kind === "send" ? [] : [{ context: from }];
  const span = tracing.getTracer("settled").startSpan(
    `${kind} ${subject.operationType}`,
    {
      kind: KIND[kind],
      links,
      attributes: {
        "settled.operation": subject.operationType,
        "settled.run.id": subject.id,
        "settled.workspace.id": subject.workspaceId,
      },
    },
    parentOf(kind, from),
  );
  const open: OpenSpan = {
    trace: traceHeadersOf(span.spanContext()) ?? trace,
    note: (attributes) => void span.setAttributes(attributes),
  };
  try {
    return await context.with(tracing.setSpan(context.active(), span), () => work(open));
  } catch (error) {
    // Not its words: what a handler throws may hold anything.
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** A start within the host's own span belongs to it; else it goes on with the trace that its caller sent. */
function parentOf(kind: SpanKind, from: ReturnType<typeof spanContextOf>) {
  const active = context.active();
  const isOwnTrace = kind !== "send" || tracing.getSpan(active) !== undefined;
  return from === null || isOwnTrace ? active : tracing.setSpanContext(active, from);
}
