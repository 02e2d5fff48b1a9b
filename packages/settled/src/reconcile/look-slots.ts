import type { OperationRun } from "../run/operation-run.ts";

/** A claim that would find room for every run that it may take. */
export interface Claim {
  readonly operationTypes: readonly string[];
  readonly limit: number;
}

/**
 * The looks under way, at most so many. Where there are several operations, each has three quarters of the room at
 * most: an adapter that hangs holds up the runs of its own operation alone.
 */
export interface LookSlots {
  /** Operations with ample room share a claim; one whose looks are slow gets its own, of what room is then left. */
  claims(): Iterable<Claim>;
  take(run: OperationRun, look: Promise<unknown>): void;
  /** Resolves when there is ample room again, or when the wait is over. */
  roomOr(wait: Promise<void>): Promise<void>;
  /** Resolves when no look is under way any more. */
  drained(): Promise<void>;
}

const SHARE_OF_ONE = 0.75;

export function createLookSlots(
  operationTypes: readonly string[],
  limits: { readonly concurrency: number; readonly batch: number },
): LookSlots {
  const { concurrency, batch } = limits;
  const perOperation =
    operationTypes.length > 1 ? Math.ceil(concurrency * SHARE_OF_ONE) : concurrency;
  const ample = Math.ceil((concurrency - perOperation || concurrency) / 2);
  const underWay = new Map<Promise<unknown>, string>();

  const free = () => concurrency - underWay.size;
  const roomFor = (operationType: string): number => {
    const taken = [...underWay.values()].filter((type) => type === operationType).length;
    return Math.min(perOperation - taken, free(), batch);
  };
  return {
    *claims() {
      const wide = operationTypes.filter((type) => roomFor(type) >= Math.min(ample, batch));
      const limit = Math.min(...wide.map((type) => roomFor(type)));
      if (wide.length > 0) yield { operationTypes: wide, limit };
      for (const type of operationTypes.filter((one) => !wide.includes(one))) {
        const left = roomFor(type);
        if (left > 0) yield { operationTypes: [type], limit: left };
      }
    },
    take(run, look) {
      const kept = look.catch(() => undefined).finally(() => underWay.delete(kept));
      underWay.set(kept, run.operationType);
    },
    async roomOr(wait) {
      const over = wait.then(() => "over" as const);
      let ended: unknown = null;
      while (ended !== "over" && free() < ample) {
        ended = await Promise.race([...underWay.keys(), over]);
      }
    },
    async drained() {
      await Promise.all(underWay.keys());
    },
  };
}
