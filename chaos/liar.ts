import type { ReconciliationAdapter } from "../packages/settled/src/catalog/reconciliation-adapter.ts";
import type { ReconciliationDecision } from "../packages/settled/src/catalog/reconciliation-decision.ts";
import type { TruthReader } from "../packages/settled/src/catalog/truth-reader.ts";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { PROBE_ADAPTER } from "./probe-operations.ts";

/** One way of not telling the truth; what is not given is honest. */
export interface Lie {
  readonly gather?: (truth: TruthReader, run: OperationRun) => Promise<unknown>;
  /** `asked` counts from 1, for each run. */
  readonly decide?: (run: OperationRun, asked: number, evidence: unknown) => unknown;
}

/** An adapter that lies as the run's identity says: `claims_junk#7` tells the lie `claims_junk`. */
export function createLiar(lies: ReadonlyMap<string, Lie>): ReconciliationAdapter {
  const asked = new Map<string, number>();
  const lieOf = (run: OperationRun): Lie => {
    const { key } = run.input as { key: string };
    return lies.get(key.split("#")[0] ?? "") ?? {};
  };
  return {
    name: "liar",
    gather: (run, truth) => {
      const { gather } = lieOf(run);
      return gather === undefined ? PROBE_ADAPTER.gather(run, truth) : gather(truth, run);
    },
    decide(run, evidence) {
      const { decide } = lieOf(run);
      const times = (asked.get(run.id) ?? 0) + 1;
      asked.set(run.id, times);
      if (decide === undefined) return PROBE_ADAPTER.decide(run, evidence);
      return decide(run, times, evidence) as ReconciliationDecision;
    },
  };
}
