import { expect } from "vitest";
import { spawnDemoWorker } from "../apps/platform/src/demo/spawn-demo-worker.ts";

export const KILLERS_AT_ONCE = 4;

/** So many workers die at a point; each takes one job and dies with it. */
export async function killWorkers(
  databaseUrl: string,
  point: string,
  times: number,
): Promise<void> {
  for (let killed = 0; killed < times; killed += KILLERS_AT_ONCE) {
    const killers = Array.from({ length: Math.min(KILLERS_AT_ONCE, times - killed) }, () =>
      spawnDemoWorker({ databaseUrl, fault: `${point}=kill` }),
    );
    for (const { signal } of await Promise.all(killers.map(({ ended }) => ended))) {
      expect(signal).toBe("SIGKILL");
    }
  }
}
