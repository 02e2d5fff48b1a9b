import type { ServerMemory } from "./spawn-server.ts";
import type { Written } from "./write-runs.ts";

/** What the clients of one process have seen, held against the log. */
export interface ReaderReport {
  readonly received: number;
  readonly expected: number;
  readonly missed: number;
  readonly doubled: number;
  /** That are no events of the client's workspace behind its start. */
  readonly foreign: number;
  readonly disordered: number;
  readonly resets: number;
  readonly comebacks: number;
  readonly unstarted: number;
  /** How long it took after the last change until every client had everything. */
  readonly caughtUpMs: number;
  readonly delayMs: { readonly p50: number; readonly p99: number; readonly max: number };
}

type Count = Exclude<keyof ReaderReport, "delayMs" | "caughtUpMs">;

export function sumOf(reports: readonly ReaderReport[]): Readonly<Record<Count, number>> {
  const sum = (count: Count) => reports.reduce((total, report) => total + report[count], 0);
  return {
    received: sum("received"),
    expected: sum("expected"),
    missed: sum("missed"),
    doubled: sum("doubled"),
    foreign: sum("foreign"),
    disordered: sum("disordered"),
    resets: sum("resets"),
    comebacks: sum("comebacks"),
    unstarted: sum("unstarted"),
  };
}

export function printReport({
  written,
  memory,
  reports,
}: {
  readonly written: Written;
  readonly memory: ServerMemory;
  readonly reports: readonly ReaderReport[];
}): void {
  const sum = sumOf(reports);
  const worst = (share: "p50" | "p99" | "max") =>
    Math.round(Math.max(...reports.map(({ delayMs }) => delayMs[share])));
  console.log(
    [
      `changes ${written.changes}, of transactions held open ${written.heldOpen}, of these undone ${written.undone}`,
      `events due ${sum.expected}, received ${sum.received}`,
      `missed ${sum.missed}, doubled ${sum.doubled}, foreign ${sum.foreign}, out of order ${sum.disordered}, resets ${sum.resets}`,
      `comebacks ${sum.comebacks}, never greeted ${sum.unstarted}`,
      `delay since the transaction began, of the slowest process of clients: p50 ${worst("p50")} ms, p99 ${worst("p99")} ms, max ${worst("max")} ms`,
      `all had everything ${Math.round(Math.max(...reports.map(({ caughtUpMs }) => caughtUpMs)))} ms after the last change`,
      `server: RSS at start ${memory.startMb} MB, peak ${memory.peakMb} MB, after all had gone ${memory.endMb} MB; processor ${memory.cpuS.toFixed(1)} s`,
    ].join("\n"),
  );
}
