import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ExportResultCode } from "@opentelemetry/core";
import { AggregationTemporality, type PushMetricExporter } from "@opentelemetry/sdk-metrics";
import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measureRuns } from "../docs/operating/measure-runs.ts";
import { eventually } from "../packages/settled/src/testing/engine-driver-desk.ts";
import { asRunId } from "../packages/settled/src/run/scope.ts";
import {
  BERLIN,
  MARIA,
  NORTH,
  openWebhookWorld,
  type WebhookWorld,
} from "../packages/settled/src/webhooks/webhook-world.test-kit.ts";

const WORKER = join(import.meta.dirname, "webhook-worker.ts");
const CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const DONE = { code: ExportResultCode.SUCCESS };

interface Point {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly value: unknown;
}

const points = new Map<string, readonly Point[]>();
const spans: ReadableSpan[] = [];
const metricExporter: PushMetricExporter = {
  export(collected, done) {
    for (const { metrics } of collected.scopeMetrics) {
      for (const metric of metrics) points.set(metric.descriptor.name, metric.dataPoints);
    }
    done(DONE);
  },
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
  selectAggregationTemporality: () => AggregationTemporality.CUMULATIVE,
};
const spanExporter: SpanExporter = {
  export(ended, done) {
    spans.push(...ended);
    done(DONE);
  },
  shutdown: () => Promise.resolve(),
};

let world: WebhookWorld;
let fineRun: string;
let lostRun: string;

/** One life of each kind: done, blocked, cancelled, and one whose worker is killed. */
beforeAll(async () => {
  world = await openWebhookWorld();
  const sdk = measureRuns({ metrics: metricExporter, spans: spanExporter, exportEveryMs: 200 });
  lostRun = await world.start("fine");
  const child = spawn(process.execPath, [WORKER], {
    stdio: "ignore",
    env: { ...process.env, DATABASE_URL: world.url, SETTLED_FAULT: "track.after_begin=kill" },
  });
  await once(child, "exit");
  const cancelled = await world.start("fine");
  await world.settled.cancel({ workspaceId: NORTH, id: asRunId(cancelled) }, MARIA);
  const answer = await world.settled.start({
    workspaceId: NORTH,
    environmentId: BERLIN,
    type: "letter.write",
    input: { word: "fine", made: 100 },
    initiator: MARIA,
    trace: { traceparent: CALLER, tracestate: "vendor=x" },
  });
  if (answer.kind === "refused") throw new Error(answer.because);
  fineRun = answer.run.id;
  await world.start("refused");
  const worker = await world.settled.work();
  await eventually(
    "all runs end",
    async () => {
      const { rows } = await world.settled.database.executeSql(
        "select id from settled.operation_runs where status <> 'completed'",
      );
      return rows.length === 0 ? null : `${rows.length} are open`;
    },
    40_000,
  );
  await eventually("the detection is measured", () =>
    points.has("settled.detection.time") ? null : [...points.keys()].join(", "),
  );
  await worker.stop();
  await sdk.stop();
}, 90_000);
afterAll(() => world.close());

function counted(name: string, key: string): Readonly<Record<string, unknown>> {
  const found = points.get(name) ?? [];
  return Object.fromEntries(found.map(({ attributes, value }) => [attributes[key], value]));
}

test("runs are counted as they start and as they end, by outcome", () => {
  expect(counted("settled.runs.started", "settled.operation")).toEqual({ "letter.write": 4 });
  expect(counted("settled.runs.finished", "settled.outcome")).toEqual({
    succeeded: 1,
    blocked: 1,
    cancelled: 1,
    attention_required: 1,
  });
  expect(points.get("settled.reconciliations")).toMatchObject([
    {
      attributes: { "settled.adapter": "none", "settled.decision": "attention_required" },
      value: 1,
    },
  ]);
});

test("no metric names a workspace, a run or a person", () => {
  const text = JSON.stringify([...points.values()]);
  expect(text).toContain("letter.write");
  expect(text).not.toMatch(/north|berlin|Maria|[0-9a-f]{8}-[0-9a-f]{4}/);
});

test("the time from a worker's last sign of life to the end of its run is measured", () => {
  const [detection] = points.get("settled.detection.time") ?? [];
  const { count, min } = (detection?.value ?? {}) as { count?: number; min?: number };
  expect(count).toBe(1);
  expect(min).toBeGreaterThan(0.5);
  console.log(`detected and settled ${min?.toFixed(1)} s after the last beat`);
});

test("how long somebody is waited for and how far the sweep lags is shown while a worker lives", () => {
  const [oldest] = points.get("settled.runs.oldest_needing_person") ?? [];
  expect(oldest?.value).toBeGreaterThan(0);
  const [lag] = points.get("settled.sweep.lag") ?? [];
  expect(lag?.value).toBeGreaterThanOrEqual(0);
  expect(lag?.value).toBeLessThan(30);
});

test("a start goes on with its caller's trace, and what is done later is linked to the start", async () => {
  const of = (runId: string, name: string) =>
    spans.find((span) => span.name === name && span.attributes["settled.run.id"] === runId);
  const send = of(fineRun, "send letter.write");
  expect(send?.spanContext().traceId).toBe(CALLER.slice(3, 35));
  expect(send?.parentSpanContext?.spanId).toBe(CALLER.slice(36, 52));
  const run = await world.settled.reader.findRun(NORTH, asRunId(fineRun));
  expect(run?.context.trace).toEqual({
    traceparent: `00-${CALLER.slice(3, 35)}-${send?.spanContext().spanId}-01`,
    tracestate: "vendor=x",
  });
  const processed = of(fineRun, "process letter.write");
  expect(processed?.links.map((link) => link.context.spanId)).toEqual([send?.spanContext().spanId]);
  const reconciled = of(lostRun, "reconcile letter.write");
  const lost = of(lostRun, "send letter.write");
  expect(reconciled?.links.map((link) => link.context.traceId)).toEqual([
    lost?.spanContext().traceId,
  ]);
  expect(reconciled?.attributes).toMatchObject({ "settled.changed": true });
});
