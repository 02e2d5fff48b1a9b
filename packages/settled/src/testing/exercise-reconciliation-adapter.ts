import assert from "node:assert/strict";
import type {
  AdapterCases,
  AdapterWorld,
} from "./exercise-reconciliation-adapter/adapter-world.ts";
import { adapterOf } from "./exercise-reconciliation-adapter/judged-run.ts";
import { LIMIT_CASES } from "./exercise-reconciliation-adapter/limit-cases.ts";
import { SCOPE_CASES } from "./exercise-reconciliation-adapter/scope-cases.ts";
import { TRUTH_CASES } from "./exercise-reconciliation-adapter/truth-cases.ts";

export type { AdapterWorld };

export interface ReconciliationAdapterExam {
  /** A test runner's way to name one case: `test` of node:test or vitest fits. */
  readonly test: (name: string, body: () => Promise<void>) => unknown;
  /** The business noun, as the adapter names itself: `environment-review`. */
  readonly adapterName: string;
  /** A business world for one case; closed when the case is over. */
  readonly makeWorld: () => Promise<AdapterWorld>;
}

/** The exam of one adapter: what the library and the operators rely on when it answers for the truth. */
export function exerciseReconciliationAdapter(exam: ReconciliationAdapterExam): void {
  const { test, adapterName, makeWorld } = exam;
  const cases: AdapterCases = {
    "it bears its own name": async (world) => {
      assert.equal(adapterOf(world).name, adapterName);
    },
    ...TRUTH_CASES,
    ...SCOPE_CASES,
    ...LIMIT_CASES,
  };
  for (const [name, examine] of Object.entries(cases)) {
    test(`${adapterName}: ${name}`, async () => {
      const world = await makeWorld();
      try {
        await examine(world);
      } finally {
        await world.close();
      }
    });
  }
}
