import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { ReaderReport } from "./report.ts";
import type { Logs } from "./write-runs.ts";

export interface ReaderOrder {
  readonly url: string;
  readonly first: number;
  readonly clients: number;
  readonly cuts: number;
  readonly seconds: number;
}

const PROCESS = join(import.meta.dirname, "read.ts");
const PROCESSES = 4;

/** Resolves once every client has been greeted. */
export async function spawnReaders(options: Omit<ReaderOrder, "first">) {
  const share = Math.ceil(options.clients / PROCESSES);
  return Promise.all(
    Array.from({ length: PROCESSES }, async (_, index) => {
      const first = index * share;
      const clients = Math.min(share, options.clients - first);
      const child = fork(PROCESS, [JSON.stringify({ ...options, first, clients })]);
      await once(child, "message");
      return {
        async check(logs: Logs): Promise<ReaderReport> {
          const answered = once(child, "message");
          child.send(logs);
          const [report] = (await answered) as [ReaderReport];
          return report;
        },
      };
    }),
  );
}
