import assert from "node:assert/strict";
import type { ReconciliationAdapter } from "../../catalog/reconciliation-adapter.ts";
import type { ReconciliationDecision } from "../../catalog/reconciliation-decision.ts";
import type { TruthReader } from "../../catalog/truth-reader.ts";
import { type ArtifactRef, sameArtifact } from "../../run/artifact-ref.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { AdapterWorld } from "./adapter-world.ts";

const LOOK_MS = 10_000;

/** What an adapter saw of a run and what it concluded. */
export interface JudgedRun {
  readonly run: OperationRun;
  readonly evidence: unknown;
  readonly decision: ReconciliationDecision;
}

export function adapterOf(world: AdapterWorld): ReconciliationAdapter {
  const { adapter } = world.operation;
  assert.ok(adapter !== null, "the operation has no adapter");
  return adapter;
}

export function look<Result>(
  world: AdapterWorld,
  run: OperationRun,
  withTruth: (truth: TruthReader) => Promise<Result>,
): Promise<Result> {
  const { workspaceId, environmentId } = run;
  const scope = { workspaceId, environmentId };
  return world.truthSource.withTruth(scope, { timeoutMs: LOOK_MS }, withTruth);
}

/** Gathers and decides as the library does, the evidence frozen in between. */
export async function judge(world: AdapterWorld, run: OperationRun): Promise<JudgedRun> {
  const adapter = adapterOf(world);
  const evidence = frozen(await look(world, run, (truth) => adapter.gather(run, truth)));
  return { run, evidence, decision: adapter.decide(run, evidence) };
}

/** One judged run for each thing that the world can produce. */
export async function judgeAll(world: AdapterWorld): Promise<readonly JudgedRun[]> {
  const judged = [await judge(world, await world.newRun())];
  for (const produce of [
    (run: OperationRun) => world.produceArtifact(run),
    (run: OperationRun) => world.produceIncompleteArtifact?.(run),
    (run: OperationRun) => world.produceForeignWorkspaceArtifact(run),
    (run: OperationRun) => world.produceForeignEnvironmentArtifact?.(run),
    (run: OperationRun) => produceTwo(world, run),
  ]) {
    const run = await world.newRun();
    await produce(run);
    judged.push(await judge(world, run));
  }
  return judged;
}

export function claimsSuccess({ decision }: ReconciliationDecision): boolean {
  return decision === "succeeded" || decision === "partially_succeeded";
}

/** Whether the decision mentions the artifact, as its own or as a candidate. */
export function mentions(decision: ReconciliationDecision, ref: ArtifactRef): boolean {
  const related = "related" in decision ? (decision.related ?? null) : null;
  const candidates = "candidates" in decision ? (decision.candidates ?? []) : [];
  return [related, ...candidates].some((mentioned) => sameArtifact(mentioned, ref));
}

async function produceTwo(world: AdapterWorld, run: OperationRun): Promise<void> {
  if (world.produceSecondArtifact === undefined) return;
  await world.produceArtifact(run);
  await world.produceSecondArtifact(run);
}

/** Frozen all the way down, but for what cannot be frozen: bytes. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  Object.freeze(value);
  for (const entry of Object.values(value)) frozen(entry);
  return value;
}
