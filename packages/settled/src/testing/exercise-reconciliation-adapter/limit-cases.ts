import assert from "node:assert/strict";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import type { TruthReader } from "../../catalog/truth-reader.ts";
import { checkDecision } from "../../reconcile/check-decision.ts";
import { LIBRARY_REASONS } from "../../run/reason.ts";
import { type OperationRun, RUN_OUTCOMES } from "../../run/operation-run.ts";
import { isSettledError, SettledError } from "../../run/settled-error.ts";
import type { AdapterCases } from "./adapter-world.ts";
import { adapterOf, judgeAll, look } from "./judged-run.ts";

const STOP_WITHIN_MS = 2_000;
const WRITES = [
  "create table settled_exam_probe (id integer)",
  "insert into settled_exam_probe default values",
];

/** The same run at other points of its life. */
function livesOf(run: OperationRun): readonly OperationRun[] {
  const now = new Date(run.createdAt);
  const begun = { attempt: Math.max(run.attempt, 1), startedAt: run.startedAt ?? now };
  const ended = RUN_OUTCOMES.map((outcome) => ({ status: "completed", outcome }) as const);
  return [
    { ...run, status: "queued", outcome: null, attempt: 0, startedAt: null, ownerId: null },
    { ...run, ...begun, status: "running", outcome: null, attempt: begun.attempt + 1 },
    { ...run, ...begun, status: "running", outcome: null, cancelRequestedAt: now },
    ...ended.map((end) => ({ ...run, ...begun, ...end, ownerId: null, completedAt: now })),
  ];
}

export const LIMIT_CASES: AdapterCases = {
  "looking cannot write": async (world) => {
    const run = await world.newRun();
    for (const text of WRITES) {
      const writing = look(world, run, (truth) => truth.query(text));
      const fault = await writing.then(() => null).catch((error: unknown) => error);
      assert.ok(isSettledError(fault, "truth_violated"), `"${text}" is not refused as a violation`);
    }
  },

  "the same evidence gives the same decision, and is left as it was": async (world) => {
    const adapter = adapterOf(world);
    for (const { run, evidence, decision } of await judgeAll(world)) {
      await wait(3);
      assert.deepEqual(adapter.decide(run, evidence), decision);
    }
  },

  "there is a decision for every run, wherever it is in its life": async (world) => {
    const adapter = adapterOf(world);
    for (const { run, evidence } of await judgeAll(world)) {
      for (const life of livesOf(run)) {
        const decision = adapter.decide(life, evidence);
        const told = `${decision?.decision} because ${decision?.reason}`;
        const accepted = checkDecision(world.operation, decision);
        assert.ok(accepted !== null, `the library cannot use: ${told}`);
      }
    }
  },

  "every reason that it gives is explained to operators": async (world) => {
    const explained = [...Object.keys(world.operation.copy.reasons), ...LIBRARY_REASONS];
    for (const { decision } of await judgeAll(world)) {
      assert.ok(explained.includes(decision.reason), `"${decision.reason}" has no copy`);
    }
  },

  "it stops, and concludes nothing, when the truth can no longer be asked": async (world) => {
    const run = await world.newRun();
    const { workspaceId, environmentId } = run;
    let asked = 0;
    const silent: TruthReader = {
      scope: { workspaceId, environmentId },
      signal: AbortSignal.abort(),
      query: () => {
        asked += 1;
        return Promise.reject(new SettledError("truth_timed_out", "The time is over."));
      },
    };
    const looking = (async () => adapterOf(world).gather(run, silent))();
    const stopped = looking.then(
      () => "answered",
      () => "stopped",
    );
    const ending = await Promise.race([stopped, wait(STOP_WITHIN_MS, "went on", { ref: false })]);
    assert.equal(ending, "stopped");
    const askedUntilThen = asked;
    await nextTurn();
    assert.equal(asked, askedUntilThen, "it goes on asking");
  },
};
