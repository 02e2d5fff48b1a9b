import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { ProbeOrder } from "./probe-order.ts";

/** A real process of the small host. */
export interface ProbeProcess {
  readonly pid: number;
  /** Resolves once it has printed the word as a line of its own. */
  said(word: string): Promise<void>;
  /** Resolves with how it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  readonly alive: () => boolean;
  output(): string;
  errors(): string;
  kill(signal: NodeJS.Signals): void;
  /** Lets a process that waits for a word go on. */
  go(): void;
}

const PROCESS = join(import.meta.dirname, "probe-process.ts");

export function spawnProbe(databaseUrl: string, order: ProbeOrder): ProbeProcess {
  const child = spawn(process.execPath, [PROCESS, JSON.stringify(order)], {
    stdio: "pipe",
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString("utf8")));
  child.stdin.on("error", () => undefined);
  const ended = endOf(child);
  const alive = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? 0,
    ended,
    alive,
    async said(word) {
      const heard = new Promise<void>((resolve) => {
        const look = () => {
          if (!output.includes(`${word}\n`)) return;
          child.stdout.off("data", look);
          resolve();
        };
        child.stdout.on("data", look);
        look();
      });
      const over = ended.then(() => {
        throw new Error(`The process ended before it said "${word}": ${output}${errors}`);
      });
      await Promise.race([heard, over]);
    },
    output: () => output,
    errors: () => errors,
    kill: (signal) => void child.kill(signal),
    go: () => void child.stdin.write("go\n"),
  };
}

function endOf(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
}
