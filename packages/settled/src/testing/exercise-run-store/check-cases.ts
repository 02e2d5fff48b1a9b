import assert from "node:assert/strict";
import { queuedRun } from "./exam-runs.ts";
import type { RunStoreCases } from "./run-store-world.ts";

export const CHECK_CASES: RunStoreCases = {
  "questions without an answer are counted from the first on": async (world) => {
    const { workspaceId, id } = await queuedRun(world);
    const count = () => world.checks.countCheck(workspaceId, id, "undecided");
    assert.equal((await count()).tries, 1);
    await world.advance(30_000);
    const second = await count();
    assert.equal(second.tries, 2);
    assert.ok(second.sinceMs >= 30_000, `the first question is only ${second.sinceMs} ms old`);
    assert.equal((await count()).tries, 3);
  },

  "an answer ends the count; the next question is a first one": async (world) => {
    const { workspaceId, id } = await queuedRun(world);
    await world.checks.countCheck(workspaceId, id, "undecided");
    await world.advance(30_000);
    await world.checks.forgetChecks(workspaceId, id);
    await world.checks.forgetChecks(workspaceId, id);
    const { tries, sinceMs } = await world.checks.countCheck(workspaceId, id, "undecided");
    assert.equal(tries, 1);
    assert.ok(sinceMs < 30_000, `a first question is already ${sinceMs} ms old`);
  },

  "each kind of question about a run is counted, and answered, by itself": async (world) => {
    const { workspaceId, id } = await queuedRun(world);
    const count = (because: string) => world.checks.countCheck(workspaceId, id, because);
    await count("undecided");
    await count("undecided");
    assert.equal((await count("adapter_failed")).tries, 1);
    await world.checks.forgetChecks(workspaceId, id, "undecided");
    assert.equal((await count("undecided")).tries, 1);
    assert.equal((await count("adapter_failed")).tries, 2);
    await world.checks.forgetChecks(workspaceId, id);
    assert.equal((await count("adapter_failed")).tries, 1);
  },

  "questions about one run do not count for another": async (world) => {
    const one = await queuedRun(world);
    const two = await queuedRun(world);
    await world.checks.countCheck(one.workspaceId, one.id, "undecided");
    await world.checks.countCheck(two.workspaceId, two.id, "undecided");
    await world.checks.forgetChecks(two.workspaceId, two.id);
    const { tries } = await world.checks.countCheck(one.workspaceId, one.id, "undecided");
    assert.equal(tries, 2);
  },
};
