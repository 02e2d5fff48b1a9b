import { ATTEMPT_CASES } from "./exercise-run-store/attempt-cases.ts";
import { BEGIN_CASES } from "./exercise-run-store/begin-cases.ts";
import { CANCEL_CASES } from "./exercise-run-store/cancel-cases.ts";
import { CHECK_CASES } from "./exercise-run-store/check-cases.ts";
import { DISPATCH_CASES } from "./exercise-run-store/dispatch-cases.ts";
import { FINISH_CASES } from "./exercise-run-store/finish-cases.ts";
import { PAGE_CASES } from "./exercise-run-store/page-cases.ts";
import { RACE_CASES } from "./exercise-run-store/race-cases.ts";
import { READ_CASES } from "./exercise-run-store/read-cases.ts";
import { RECONCILE_CASES } from "./exercise-run-store/reconcile-cases.ts";
import type { RunStoreWorld } from "./exercise-run-store/run-store-world.ts";
import { SEARCH_CASES } from "./exercise-run-store/search-cases.ts";
import { START_CASES } from "./exercise-run-store/start-cases.ts";
import { SWEEP_CASES } from "./exercise-run-store/sweep-cases.ts";
import { WAKE_CASES } from "./exercise-run-store/wake-cases.ts";

export type { RunStoreWorld };

export interface RunStoreExam {
  /** A test runner's way to name one case: `test` of node:test or vitest fits. */
  readonly test: (name: string, body: () => Promise<void>) => unknown;
  /** A store for one case; closed when the case is over. */
  readonly makeWorld: () => Promise<RunStoreWorld>;
}

const CASES = {
  ...START_CASES,
  ...DISPATCH_CASES,
  ...BEGIN_CASES,
  ...ATTEMPT_CASES,
  ...FINISH_CASES,
  ...RECONCILE_CASES,
  ...CANCEL_CASES,
  ...RACE_CASES,
  ...WAKE_CASES,
  ...SWEEP_CASES,
  ...READ_CASES,
  ...PAGE_CASES,
  ...SEARCH_CASES,
  ...CHECK_CASES,
};

/** The exam of every store of runs: what RunReader, RunWriter and CheckLog promise, case by case. */
export function exerciseRunStore({ test, makeWorld }: RunStoreExam): void {
  for (const [name, examine] of Object.entries(CASES)) {
    test(name, async () => {
      const world = await makeWorld();
      try {
        await examine(world);
      } finally {
        await world.close();
      }
    });
  }
}
