import {
  createTraceState,
  isSpanContextValid,
  type SpanContext,
  TraceFlags,
} from "@opentelemetry/api";
import type { TraceHeaders } from "../ports/telemetry.ts";

const TRACE_PARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;

/** The span that W3C headers lead to; null for anything malformed. */
export function spanContextOf(trace: TraceHeaders | undefined): SpanContext | null {
  const [, traceId = "", spanId = "", flags = "00"] =
    TRACE_PARENT.exec(trace?.["traceparent"] ?? "") ?? [];
  const state = trace?.["tracestate"];
  const context: SpanContext = {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED,
    isRemote: true,
    ...(state === undefined ? {} : { traceState: createTraceState(state) }),
  };
  return isSpanContextValid(context) ? context : null;
}

/** The W3C headers that lead to a span; undefined for one that nobody records. */
export function traceHeadersOf(context: SpanContext): TraceHeaders | undefined {
  if (!isSpanContextValid(context)) return undefined;
  const flags = (context.traceFlags & TraceFlags.SAMPLED).toString(16).padStart(2, "0");
  const traceparent = `00-${context.traceId}-${context.spanId}-${flags}`;
  const tracestate = context.traceState?.serialize() ?? "";
  return tracestate === "" ? { traceparent } : { traceparent, tracestate };
}
