import type { ReconciliationDecision } from "../packages/settled/src/catalog/reconciliation-decision.ts";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import type { WorkerHandle } from "../packages/settled/src/start-worker.ts";
import { createHandEngine, type HandEngine } from "./hand-engine.ts";
import { createLiar, type Lie } from "./liar.ts";
import { ARTIFACT_TYPE } from "./probe-operations.ts";
import { openProbeWorld, type ProbeWorld, SCOPE } from "./probe-world.ts";

export const DECIDE_WITHIN_MS = 3_000;
export const ADAPTER_TIMEOUT_MS = 1_000;
export const START_WITHIN_MS = 500;
export const LIAR_CLOCKS = {
  sweepEveryMs: 200,
  adapterTimeoutMs: ADAPTER_TIMEOUT_MS,
  timeouts: { startWithinMs: START_WITHIN_MS, decideWithinMs: DECIDE_WITHIN_MS },
} as const;
export const SOMEBODY = { kind: "operator", id: "chaos", name: "Chaos" } as const;

export const CLAIM = {
  decision: "succeeded",
  reason: "artifact_complete",
  checks: [],
  proof: { madeBy: "this_run", inScope: true, complete: true },
} as const;
export const NOTHING = {
  decision: "failed",
  reason: "nothing_produced",
  checks: [],
} as const satisfies ReconciliationDecision;
export const PERSON = {
  decision: "attention_required",
  reason: "ambiguous",
  checks: [],
} as const satisfies ReconciliationDecision;
export const UNDECIDED = { decision: "undecided", reason: "nothing_produced", checks: [] } as const;

export const refOf = (id: string) => ({ type: ARTIFACT_TYPE, id });
export const says = (answer: unknown): Lie => ({ decide: () => answer });
export const hangs: Lie = { gather: () => new Promise(() => undefined) };

/** A world whose adapter lies as each run's identity says, and whose jobs the test delivers. */
export interface LiarWorld extends ProbeWorld {
  readonly hand: HandEngine;
  /** Executes what is delivered, and sweeps. */
  readonly worker: WorkerHandle;
  /** A run whose handler returned nothing, so that the adapter was asked. */
  judged(key: string, prepare?: (run: OperationRun) => Promise<void>): Promise<OperationRun>;
  makeArtifact(id: string, runId: string): Promise<void>;
}

/** There are four artifacts that no run has made: sound, half (incomplete), elsewhere (paris) and foreign (other). */
export async function openLiarWorld(lies: ReadonlyMap<string, Lie>): Promise<LiarWorld> {
  const hand = createHandEngine();
  const world = await openProbeWorld({
    ...LIAR_CLOCKS,
    adapter: createLiar(lies),
    engine: hand.engine,
  });
  await world.sql(`insert into probe.artifacts (workspace_id, environment_id, id, complete) values
    ('acme', 'berlin', 'sound', true), ('acme', 'berlin', 'half', false),
    ('acme', 'paris', 'elsewhere', true), ('other', 'berlin', 'foreign', true)`);
  const worker = await world.work();
  return {
    ...world,
    hand,
    worker,
    async judged(key, prepare) {
      const run = await world.start({ key });
      await prepare?.(run);
      await hand.deliver(run);
      return world.now(run);
    },
    async makeArtifact(id, runId) {
      await world.sql(
        "insert into probe.artifacts (workspace_id, environment_id, id, run_id) values ($1, $2, $3, $4)",
        [SCOPE.workspaceId, SCOPE.environmentId, id, runId],
      );
    },
  };
}
