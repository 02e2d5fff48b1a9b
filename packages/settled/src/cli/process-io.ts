import { userInfo } from "node:os";
import { createInterface } from "node:readline/promises";
import { SYSTEM_CLOCK } from "../ports/clock.ts";
import type { CliIo, TextSink } from "./cli-io.ts";

const STOP_SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** The io of this process. */
export function createProcessIo(): CliIo {
  return {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    env: process.env,
    currentFolder: process.cwd(),
    userName: accountName(),
    ask: process.stdin.isTTY ? askTerminal : null,
    clock: SYSTEM_CLOCK,
    now: () => new Date(),
    onStopSignal(listener) {
      for (const signal of STOP_SIGNALS) process.on(signal, listener);
      return () => {
        for (const signal of STOP_SIGNALS) process.off(signal, listener);
      };
    },
  };
}

function sinkOf(stream: NodeJS.WriteStream): TextSink {
  // A reader that went away (`| head`) is no fault of ours.
  stream.on("error", () => undefined);
  const isTerminal = stream.isTTY && stream.hasColors(process.env);
  return { isTerminal, write: (text) => void stream.write(text) };
}

/** Asks on stderr, so that what a script reads from stdout stays whole. Nothing typed is an empty answer. */
async function askTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const left = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  try {
    return await Promise.race([terminal.question(question), left]);
  } finally {
    terminal.close();
  }
}

/** An account without an entry in the system's list of users has no name. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return "operator";
  }
}
