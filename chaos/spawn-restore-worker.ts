import { spawn } from "node:child_process";
import { join } from "node:path";
import type { TargetFault } from "../apps/platform/src/restore/testing/target-fault.ts";

export interface RestoreWorkerOrder {
  readonly databaseUrl: string;
  /** As SETTLED_FAULT. */
  readonly fault?: string;
  readonly targetFaults?: readonly TargetFault[];
}

export interface RestoreWorker {
  /** Resolves with the signal that ended it and what it printed. */
  readonly ended: Promise<{ readonly signal: string | null; readonly output: string }>;
  stop(): Promise<void>;
}

/** Starts a real worker process that restores. */
export function spawnRestoreWorker(order: RestoreWorkerOrder): RestoreWorker {
  const child = spawn(process.execPath, [join(import.meta.dirname, "restore-worker.ts")], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: order.databaseUrl,
      SETTLED_FAULT: order.fault ?? "",
      RESTORE_FAULTS: JSON.stringify(order.targetFaults ?? []),
    },
  });
  let output = "";
  const read = (chunk: Buffer): void => void (output += chunk.toString("utf8"));
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const ended = new Promise<{ signal: string | null; output: string }>((resolve) => {
    child.once("close", (_code, signal) => resolve({ signal, output }));
  });
  return {
    ended,
    async stop() {
      // Before it is ready it would not hear the signal in order.
      while (!output.includes("ready\n") && child.exitCode === null && child.signalCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      child.kill("SIGTERM");
      await ended;
    },
  };
}
