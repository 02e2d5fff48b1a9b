import assert from "node:assert/strict";
import type { ArtifactRef } from "../../run/artifact-ref.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { AdapterCases, AdapterWorld } from "./adapter-world.ts";
import { claimsSuccess, judge, mentions } from "./judged-run.ts";

async function expectNotLinked(
  world: AdapterWorld,
  produce: (run: OperationRun) => Promise<ArtifactRef>,
): Promise<void> {
  const run = await world.newRun();
  const foreign = await produce(run);
  const { decision } = await judge(world, run);
  assert.equal(claimsSuccess(decision), false, "a foreign artifact is told as a success");
  assert.equal(mentions(decision, foreign), false, "a foreign artifact is named");
}

export const SCOPE_CASES: AdapterCases = {
  "an artifact that stands only in another workspace is never linked": (world) =>
    expectNotLinked(world, (run) => world.produceForeignWorkspaceArtifact(run)),

  "an artifact that stands only in another environment is never linked": async (world) => {
    if (world.produceForeignEnvironmentArtifact === undefined) return;
    await expectNotLinked(world, async (run) => {
      const foreign = await world.produceForeignEnvironmentArtifact?.(run);
      return foreign ?? assert.fail("no artifact was produced");
    });
  },
};
