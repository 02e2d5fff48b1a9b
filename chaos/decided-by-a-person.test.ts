import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { relatedOf } from "../packages/settled/src/run/run-context.ts";
import { type LiarWorld, openLiarWorld, PERSON, SOMEBODY } from "./liar-world.ts";
import { PROBE_ADAPTER } from "./probe-operations.ts";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";

/** The looks one and ten seconds after a run was settled, and a sweep. */
const LOOKED_AT_WITHIN_MS = 12_000;

/** Doubts as long as nothing is there, and then knows. */
const doubts = (run: OperationRun, _asked: number, evidence: unknown) =>
  (evidence as readonly unknown[]).length === 0 ? PERSON : PROBE_ADAPTER.decide(run, evidence);

let world: LiarWorld;

beforeAll(async () => {
  world = await openLiarWorld(new Map([["doubts", { decide: doubts }]]));
  // The artifact comes from where no trigger tells of it.
  await world.sql("alter table probe.artifacts disable trigger artifacts_are_announced");
}, 60_000);

afterAll(() => world.close());

test(
  "what a person decided is not doubted again, but an artifact that comes later is found",
  { timeout: 60_000 },
  async () => {
    const doubtful = await world.judged("doubts");
    expect(doubtful.outcome).toBe("attention_required");
    const { workspaceId, id } = doubtful;
    const answer = await world.settled.resolve({
      workspaceId,
      id,
      outcome: "failed",
      related: null,
      because: "The vendor says that nothing was made.",
      actor: SOMEBODY,
    });
    expect(answer.kind).toBe("resolved");
    await sleep(3_000);
    expect((await world.now(doubtful)).outcome).toBe("failed");
    await world.makeArtifact("late", id);
    await sleep(LOOKED_AT_WITHIN_MS);
    const turned = await world.now(doubtful);
    expect([turned.outcome, relatedOf(turned.context)?.id]).toEqual(["succeeded", "late"]);
    expect(turned.context.reconciliation?.previous).toEqual({ status: "running", outcome: null });
    expect(await world.violations()).toEqual([]);
  },
);
