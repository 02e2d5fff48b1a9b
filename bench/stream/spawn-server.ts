import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface ServerMemory {
  readonly startMb: number;
  readonly peakMb: number;
  /** After all clients have gone. */
  readonly endMb: number;
  /** Of the processor, while clients were there. */
  readonly cpuS: number;
}

const PROCESS = join(import.meta.dirname, "serve.ts");

export async function spawnServer(databaseUrl: string) {
  const child = fork(PROCESS, [databaseUrl], { execArgv: ["--expose-gc"] });
  const [ready] = (await once(child, "message")) as [{ readonly port: number }];
  return {
    url: `http://127.0.0.1:${ready.port}`,
    async end(): Promise<ServerMemory> {
      const answered = once(child, "message");
      child.send("end");
      const [memory] = (await answered) as [ServerMemory];
      await once(child, "exit");
      return memory;
    },
  };
}
