// One process of clients. Each reads a workspace, is cut off at times of chance, and comes back with its last id.
import { setTimeout as pause } from "node:timers/promises";
import { WORKSPACES } from "./bench-settled.ts";
import { createReader, type Reader } from "./reader.ts";
import type { ReaderOrder } from "./spawn-readers.ts";
import type { ReaderReport } from "./report.ts";
import type { Logs } from "./write-runs.ts";

const [, , text = "{}"] = process.argv;
const order = JSON.parse(text) as ReaderOrder;
const delaysMs: number[] = [];
const readers = Array.from({ length: order.clients }, (_, index) =>
  createReader({
    url: order.url,
    name: `client-${order.first + index}`,
    workspace: WORKSPACES[index % WORKSPACES.length] ?? "",
    onDelay: (ms) => delaysMs.push(ms),
  }),
);
for (const reader of readers) {
  for (let cut = 0; cut < order.cuts; cut += 1) {
    setTimeout(() => reader.comeBack(), Math.random() * order.seconds * 1_000);
  }
}
const waiting = setInterval(() => {
  if (readers.some((reader) => reader.start === null)) return;
  clearInterval(waiting);
  process.send?.("ready");
}, 50);

/** Late is not missed: a machine that is busy with other things is given time. */
const CATCH_UP_MAX_MS = 60_000;
const LOOK_EVERY_MS = 100;

process.on("message", (logs: Logs) => void check(logs));

async function check(logs: Logs): Promise<void> {
  const isBehind = ({ workspace, ids }: Reader) =>
    (ids.at(-1) ?? 0) < (logs[workspace]?.at(-1) ?? 0);
  const startedMs = performance.now();
  while (readers.some(isBehind) && performance.now() - startedMs < CATCH_UP_MAX_MS) {
    await pause(LOOK_EVERY_MS);
  }
  const sorted = delaysMs.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const reports = readers.map((reader) => reportOf(reader, logs));
  const sum = (count: (report: (typeof reports)[number]) => number) =>
    reports.reduce((total, report) => total + count(report), 0);
  const report: ReaderReport = {
    received: sum((one) => one.received),
    expected: sum((one) => one.expected),
    missed: sum((one) => one.missed),
    doubled: sum((one) => one.doubled),
    foreign: sum((one) => one.foreign),
    disordered: sum((one) => one.disordered),
    resets: sum((one) => one.resets),
    comebacks: sum((one) => one.comebacks),
    unstarted: readers.filter(({ start }) => start === null).length,
    caughtUpMs: performance.now() - startedMs,
    delayMs: { p50: at(0.5), p99: at(0.99), max: at(1) },
  };
  process.send?.(report, () => process.exit(0));
}

function reportOf(reader: Reader, logs: Logs) {
  const start = reader.start ?? Number.POSITIVE_INFINITY;
  const expected = (logs[reader.workspace] ?? []).filter((sequence) => sequence > start);
  const got = new Set(reader.ids);
  const due = new Set(expected);
  return {
    received: reader.ids.length,
    expected: expected.length,
    missed: expected.filter((sequence) => !got.has(sequence)).length,
    doubled: reader.ids.length - got.size,
    foreign: [...got].filter((id) => !due.has(id)).length,
    disordered: reader.ids.filter((id, index) => index > 0 && id <= (reader.ids[index - 1] ?? 0))
      .length,
    resets: reader.resets,
    comebacks: reader.comebacks,
  };
}
