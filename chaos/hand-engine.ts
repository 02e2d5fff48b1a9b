import type {
  Delivery,
  EngineDriver,
  EngineWorkOptions,
  JobState,
} from "../packages/settled/src/ports/engine-driver.ts";
import { CORRELATION_VERSION } from "../packages/settled/src/run/dispatch-record.ts";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";

/** pg-boss in everything but who delivers: the test does, as often and as wrongly as it likes. */
export interface HandEngine {
  readonly engine: (pgBoss: EngineDriver) => EngineDriver;
  /** Delivers the job of the run, or what is said instead. */
  deliver(run: OperationRun, instead?: Partial<Delivery>): Promise<void>;
  /** Tells that the engine has given the run's job up. */
  giveUp(run: OperationRun, instead?: Partial<Delivery>): Promise<void>;
}

export function createHandEngine(): HandEngine {
  const delivered = new Map<string, JobState>();
  let options: EngineWorkOptions | null = null;
  const told = (): EngineWorkOptions => {
    if (options === null) throw new Error("Nobody works on this engine.");
    return options;
  };
  return {
    engine: (pgBoss) => ({
      ...pgBoss,
      jobStateOf: async (run) => delivered.get(run.id) ?? (await pgBoss.jobStateOf(run)),
      work: (work) => {
        options = work;
        return Promise.resolve({ stop: () => Promise.resolve() });
      },
    }),
    async deliver(run, instead) {
      delivered.set(run.id, "active");
      let state: JobState = "failed";
      try {
        await told().deliver(deliveryOf(run, instead));
        state = "finished";
      } finally {
        delivered.set(run.id, state);
      }
    },
    giveUp: (run, instead) => told().onFailedJob(deliveryOf(run, instead)),
  };
}

function deliveryOf(run: OperationRun, instead: Partial<Delivery> = {}): Delivery {
  return {
    jobClass: run.operationType,
    queue: run.operationType,
    payload: { operation_run_id: run.id, correlation_version: CORRELATION_VERSION },
    signal: new AbortController().signal,
    ...instead,
  };
}
