import type { FaultPoints, RunScope } from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "../../../../packages/settled/src/postgres/invariants/check-invariants.ts";
import { platformSql } from "../store/platform-sql.ts";
import { listConfirmations } from "../store/review-store.ts";
import { findLatestSnapshot } from "../store/snapshot-store.ts";
import { lineageFault } from "./lineage-fault.ts";
import { openReviewWorld, type ReviewWorld } from "./review-world.test-kit.ts";

const EXPORT = { "Win - Antivirus": { puaprotection: "1" } };

/** Lets nobody pass a point until as many have come as race there; without a race everybody passes. */
function createGate() {
  let racers = 0;
  let waiting: (() => void)[] = [];
  const faults: FaultPoints = {
    reach: (point) =>
      point !== "compose.after_blobs" || racers === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
            if (waiting.length < racers) return;
            for (const pass of waiting) pass();
            waiting = [];
            racers = 0;
          }),
  };
  const race = (count: number): void => {
    racers = count;
  };
  return { faults, race };
}

const gate = createGate();
let world: ReviewWorld;

beforeAll(async () => {
  world = await openReviewWorld({ faults: gate.faults });
});

afterAll(async () => {
  await world.close();
});

async function race(scope: RunScope, inputs: readonly object[]) {
  gate.race(inputs.length);
  const runs = await Promise.all(inputs.map((input) => world.start(scope, input)));
  return Promise.all(runs.map((run) => world.ended(run)));
}

test("of two compositions that race for one content, one is kept and the other points to it", async () => {
  const scope = await world.newEnvironment("one-content", EXPORT);
  const snapshot = await findLatestSnapshot(world.platform.database, scope);
  const ended = await race(scope, [
    { period: "2026-05" },
    { period: "2026-05", snapshot_id: snapshot?.snapshotId },
  ]);
  expect(ended.map(({ outcome }) => outcome)).toEqual(["succeeded", "succeeded"]);
  expect(ended.map(({ reason }) => reason).sort()).toEqual([
    "equivalent_exists",
    "review_composed",
  ]);
  const reviews = await world.reviewsOf(scope);
  expect(reviews).toHaveLength(1);
  const confirmations = await listConfirmations(
    world.platform.database,
    scope,
    reviews[0]?.reviewId ?? "",
  );
  expect(confirmations).toHaveLength(1);
});

test("of compositions that race for one head, each is in its place in one line or says what was in its way", async () => {
  const scope = await world.newEnvironment("one-head", EXPORT);
  const periods = ["2026-03", "2026-04", "2026-05", "2026-06"];
  const ended = await race(
    scope,
    periods.map((period) => ({ period })),
  );
  const reviews = await world.reviewsOf(scope);
  expect(lineageFault(reviews)).toBeNull();
  expect(reviews.filter(({ status }) => status === "current")).toHaveLength(1);
  expect(reviews.map(({ sequence }) => sequence)).toEqual(reviews.map((_, index) => index + 1));
  for (const { run, outcome, reason } of ended) {
    const own = reviews.filter(({ composedByRunId }) => composedByRunId === run.id);
    expect([own.length, outcome, reason]).toEqual(
      own.length === 1 ? [1, "succeeded", "review_composed"] : [0, "failed", "newer_head_exists"],
    );
  }
  expect(reviews.length).toBeGreaterThan(0);
});

test("a review whose run died and that was replaced since is found as such, with the newest beside it", async () => {
  const scope = await world.newEnvironment("superseded", EXPORT);
  const { run } = await world.compose(scope, { period: "2026-05" });
  await world.compose(scope, { period: "2026-06" });
  const decision = await world.judge(run);
  expect([decision.decision, decision.reason]).toEqual(["succeeded", "review_superseded"]);
  expect(decision.checks.map(({ detail }) => detail).join(" ")).toMatch(
    /Review 2 \(.+\) has replaced it/,
  );
});

test("the same content composed again later confirms the review that stands, even if it was replaced", async () => {
  const scope = await world.newEnvironment("again", EXPORT);
  const first = await world.compose(scope, { period: "2026-05" });
  await world.compose(scope, { period: "2026-06" });
  await world.capture(scope);
  const again = await world.compose(scope, { period: "2026-05" });
  expect([again.outcome, again.reason]).toEqual(["succeeded", "equivalent_exists"]);
  const [review] = await world.reviewsOf(scope);
  expect(review?.composedByRunId).toBe(first.run.id);
  expect(await world.reviewsOf(scope)).toHaveLength(2);
});

test("a review of the same inputs with other bytes is never taken for the same", async () => {
  const scope = await world.newEnvironment("other-bytes", EXPORT);
  await world.compose(scope, { period: "2026-05" });
  await world.platform.database.executeSql(
    "update platform.reviews set document_hash = 'document1:other' where environment_id = $1",
    [scope.environmentId],
  );
  const again = await world.compose(scope, { period: "2026-05" });
  expect([again.outcome, again.reason]).toEqual(["attention_required", "document_differs"]);
  expect((await world.judge(again.run)).reason).toBe("ambiguous");
});

test("a review of another environment that bears the run is a question for a person, and is not named", async () => {
  const scope = await world.newEnvironment("mine", EXPORT);
  const neighbour = await world.newEnvironment("neighbour", EXPORT);
  const { run } = await world.compose(neighbour, { period: "2026-05" });
  const asked = await world.start(scope, { period: "2026-05" });
  await world.ended(asked);
  const [foreign] = await world.reviewsOf(neighbour);
  await setMaker(foreign?.reviewId ?? "", asked.id);
  const decision = await world.judge(asked);
  expect([decision.decision, decision.reason]).toEqual(["attention_required", "out_of_scope"]);
  expect(JSON.stringify(decision)).not.toContain(foreign?.reviewId);
  await setMaker(foreign?.reviewId ?? "", run.id);
});

test("a review of another workspace that bears the run is not seen at all", async () => {
  const scope = await world.newEnvironment("mine-alone", EXPORT);
  const foreign = await world.newEnvironment("mine-alone", EXPORT, "south");
  const { run } = await world.compose(foreign, { period: "2026-05" });
  const [theirs] = await world.reviewsOf(foreign);
  const asked = await world.start(scope, { period: "2026-05", baseline_id: NOBODYS });
  expect((await world.ended(asked)).reason).toBe("baseline_not_released");
  await setMaker(theirs?.reviewId ?? "", asked.id);
  const decision = await world.judge(asked);
  expect([decision.decision, decision.reason]).toEqual(["blocked", "baseline_not_released"]);
  expect(JSON.stringify(decision)).not.toContain(theirs?.reviewId);
  await setMaker(theirs?.reviewId ?? "", run.id);
});

test("after all these races no invariant is violated but where bytes were changed on purpose", async () => {
  const reports = await checkInvariants({
    executor: world.platform.database,
    truthViews: platformSql("list-truth-of-runs"),
  });
  expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
});

const NOBODYS = "00000000-0000-4000-8000-0000000000ff";

async function setMaker(reviewId: string, runId: string): Promise<void> {
  await world.platform.database.executeSql(
    "update platform.reviews set composed_by_run_id = $2 where review_id = $1",
    [reviewId, runId],
  );
}
