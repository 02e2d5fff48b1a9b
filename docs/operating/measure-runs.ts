// The example of observability.md: an SDK that is registered before a process starts or works. It runs as a test.
import { context, metrics, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import type { PushMetricExporter } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { SpanExporter } from "@opentelemetry/sdk-trace";

export interface Exporters {
  /** Such as the OTLP exporters of `@opentelemetry/exporter-metrics-otlp-proto` and `…-trace-otlp-proto`. */
  readonly metrics: PushMetricExporter;
  readonly spans: SpanExporter;
  readonly exportEveryMs?: number;
}

/** Registers the SDK; the answer sends what is left and takes it away again, for the end of the process. */
export function measureRuns(exporters: Exporters): { stop(): Promise<void> } {
  const { exportEveryMs: exportIntervalMillis = 60_000 } = exporters;
  const reader = new PeriodicExportingMetricReader({
    exporter: exporters.metrics,
    exportIntervalMillis,
    exportTimeoutMillis: exportIntervalMillis,
  });
  const meters = new MeterProvider({ readers: [reader] });
  const tracers = new TracerProvider({
    spanProcessors: [new BatchSpanProcessor({ exporter: exporters.spans })],
  });
  const contexts = new AsyncLocalStorageContextManager();
  metrics.setGlobalMeterProvider(meters);
  trace.setGlobalTracerProvider(tracers);
  context.setGlobalContextManager(contexts.enable());
  return {
    async stop() {
      await Promise.all([meters.forceFlush(), tracers.forceFlush()]);
      await Promise.all([meters.shutdown(), tracers.shutdown()]);
      metrics.disable();
      trace.disable();
      context.disable();
    },
  };
}
