import type { Clock } from "../ports/clock.ts";

export interface TextSink {
  write(text: string): void;
  /** Colours and other escapes are written to terminals alone. */
  readonly isTerminal: boolean;
}

/** Everything that a command touches of its process, so that a test needs none. */
export interface CliIo {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly currentFolder: string;
  /** The account of the person at the terminal: the actor of what is written by hand. */
  readonly userName: string;
  /** Asks the person at the terminal and answers what they typed; null where no terminal is attached. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly clock: Clock;
  now(): Date;
  /** Calls `listener` for each SIGINT and SIGTERM until the answered function is called. */
  onStopSignal(listener: () => void): () => void;
}
