import assert from "node:assert/strict";
import { proveDecision } from "../../reconcile/prove-decision.ts";
import { sameArtifact } from "../../run/artifact-ref.ts";
import type { AdapterCases } from "./adapter-world.ts";
import { claimsSuccess, judge, look, mentions } from "./judged-run.ts";

const WHEN_NOTHING = ["failed", "blocked", "undecided"];

export const TRUTH_CASES: AdapterCases = {
  "a run that produced nothing is never told as a success": async (world) => {
    const { decision } = await judge(world, await world.newRun());
    assert.ok(
      WHEN_NOTHING.includes(decision.decision),
      `nothing was produced, so it is one of ${WHEN_NOTHING.join(", ")}, not ${decision.decision}`,
    );
  },

  "a run that died after its artifact existed succeeded, pointing at that artifact": async (
    world,
  ) => {
    const run = await world.newRun();
    const made = await world.produceArtifact(run);
    const { decision } = await judge(world, run);
    assert.equal(decision.decision, "succeeded");
    assert.ok(decision.decision === "succeeded");
    assert.ok(sameArtifact(decision.related, made), "another artifact is named");
    const { inScope, complete } = decision.proof;
    assert.deepEqual({ inScope, complete }, { inScope: true, complete: true });
    assert.ok(decision.checks.length > 0, "no check says why");
  },

  "the artifact that proves a success is found again where readers look for it": async (world) => {
    const run = await world.newRun();
    const made = await world.produceArtifact(run);
    const { artifact } = world.operation;
    assert.ok(artifact !== null, "the operation has no artifact");
    assert.equal(artifact.type, made.type);
    const { decision } = await judge(world, run);
    if (decision.decision !== "succeeded") return;
    const proven = await look(world, run, (truth) =>
      proveDecision(run, decision, { artifact, truth }),
    );
    assert.equal(proven.decision, "succeeded", `read again, it is ${proven.reason}`);
  },

  "an incomplete artifact is no success": async (world) => {
    if (world.produceIncompleteArtifact === undefined) return;
    const run = await world.newRun();
    await world.produceIncompleteArtifact(run);
    const { decision } = await judge(world, run);
    assert.equal(claimsSuccess(decision), false, "an incomplete artifact is told as a success");
  },

  "of two artifacts that could be the run's, none is picked: a person chooses": async (world) => {
    if (world.produceSecondArtifact === undefined) return;
    const run = await world.newRun();
    const both = [await world.produceArtifact(run), await world.produceSecondArtifact(run)];
    const { decision } = await judge(world, run);
    assert.equal(decision.decision, "attention_required");
    assert.ok(decision.decision === "attention_required");
    assert.equal(decision.related, undefined, "one of them is picked");
    if (decision.candidates === undefined) return;
    for (const ref of both) assert.ok(mentions(decision, ref), "a candidate is left out");
  },
};
