import type { FaultPoint, FaultPoints } from "../ports/fault-points.ts";

type PointName = FaultPoint | (string & {});

export interface FaultPause {
  /** Resolves with the run id, if one was named, when the code has come to the point and waits there. */
  readonly reached: Promise<string | null>;
  /** Lets the code go on; before it came, the pause is as if it had never been asked for. */
  resume(): void;
}

/** Fault points that break as a test says. Each instruction is for one visit; they are used in their order. */
export interface FaultScript extends FaultPoints {
  /** The next visit throws. */
  failAt(point: PointName, error?: unknown): void;
  /** The next visit waits until it is resumed. */
  pauseAt(point: PointName): FaultPause;
  /** How often the point was visited. */
  countOf(point: PointName): number;
}

type Instruction = (runId: string | null) => Promise<void>;

export function createFaultScript(): FaultScript {
  const visits = new Map<string, number>();
  const instructions = new Map<string, Instruction[]>();

  function instruct(point: PointName, instruction: Instruction): void {
    instructions.set(point, [...(instructions.get(point) ?? []), instruction]);
  }

  return {
    async reach(point, runId) {
      visits.set(point, (visits.get(point) ?? 0) + 1);
      await instructions.get(point)?.shift()?.(runId ?? null);
    },
    failAt(point, error = new Error(`A fault was scripted at ${point}.`)) {
      instruct(point, () => Promise.reject(error));
    },
    pauseAt(point) {
      const reached = Promise.withResolvers<string | null>();
      const resumed = Promise.withResolvers<void>();
      instruct(point, (runId) => {
        reached.resolve(runId);
        return resumed.promise;
      });
      return { reached: reached.promise, resume: () => resumed.resolve() };
    },
    countOf: (point) => visits.get(point) ?? 0,
  };
}
