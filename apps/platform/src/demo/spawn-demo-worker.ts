import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export interface DemoWorker {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Resolves when the worker takes jobs. */
  readonly ready: Promise<void>;
  /** Resolves with how the process ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** What it has printed so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Ends it in order; resolves when it is gone. */
  stop(): Promise<void>;
}

export interface DemoWorkerOptions {
  readonly databaseUrl: string;
  /** As SETTLED_FAULT. */
  readonly fault?: string;
  readonly concurrency?: number;
}

const living = new Set<ChildProcess>();

/** Ends every worker that is left, also a paused one; nothing of them is waited for. */
export function killDemoWorkers(): void {
  for (const child of living) child.kill("SIGKILL");
}

/** Starts a real worker process. */
export function spawnDemoWorker(options: DemoWorkerOptions): DemoWorker {
  const child = spawn(process.execPath, [join(import.meta.dirname, "demo-worker.ts")], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: options.databaseUrl,
      SETTLED_FAULT: options.fault ?? "",
      DEMO_CONCURRENCY: String(options.concurrency ?? 1),
    },
  });
  living.add(child);
  let text = "";
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once("exit", (code, signal) => {
      living.delete(child);
      resolve({ code, signal });
    });
  });
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString("utf8");
      if (text.includes("ready\n")) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then(() => reject(new Error(`The worker ended before it was ready: ${text}`)));
  });
  // Whoever does not wait for readiness must not be ended by its rejection.
  ready.catch(() => undefined);
  return {
    process: child,
    pid: child.pid ?? 0,
    ready,
    ended,
    output: () => text,
    kill: (signal) => void child.kill(signal),
    async stop() {
      // Before it is ready it would not hear the signal in order.
      await ready.catch(() => undefined);
      child.kill("SIGTERM");
      await ended;
    },
  };
}
