import type { RunScope } from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "../../../../packages/settled/src/postgres/invariants/check-invariants.ts";
import { platformSql } from "../store/platform-sql.ts";
import { findRetraction } from "../store/review-retraction-store.ts";
import { lineageFault } from "./lineage-fault.ts";
import { standingPredecessor, standingSuccessor } from "./lineage.ts";
import { retractReview } from "./retract-review.ts";
import { openReviewWorld, type ReviewWorld } from "./review-world.test-kit.ts";
import type { EnvironmentReview } from "./review.ts";

const EXPORT = { "Win - Antivirus": { puaprotection: "1" } };

let world: ReviewWorld;

beforeAll(async () => {
  world = await openReviewWorld();
});

afterAll(async () => {
  await world.close();
});

async function composed(name: string, periods: readonly string[]): Promise<RunScope> {
  const scope = await world.newEnvironment(name, EXPORT);
  for (const period of periods) await world.compose(scope, { period });
  return scope;
}

function retract(scope: RunScope, reviewId: string, became: "withdrawn" | "invalid") {
  const input = { reviewId, became, actor: "Maria", reason: "The export was of a test tenant." };
  return retractReview(world.platform.database, scope, input);
}

const statuses = (reviews: readonly EnvironmentReview[]) => reviews.map(({ status }) => status);

test.each(["withdrawn", "invalid"] as const)(
  "when the newest review is %s, the one before it is the newest again, and the next follows in line",
  async (became) => {
    const scope = await composed(`newest-${became}`, ["2026-05", "2026-06"]);
    const [first, second] = await world.reviewsOf(scope);
    const answer = await retract(scope, second?.reviewId ?? "", became);
    expect(answer).toMatchObject({
      kind: "retracted",
      currentAgain: { reviewId: first?.reviewId },
    });
    expect(statuses(await world.reviewsOf(scope))).toEqual(["current", became]);
    expect(
      await findRetraction(world.platform.database, scope, second?.reviewId ?? ""),
    ).toMatchObject({ became, actor: "Maria", reason: "The export was of a test tenant." });

    const again = await world.compose(scope, { period: "2026-06" });
    expect([again.outcome, again.reason]).toEqual(["succeeded", "review_composed"]);
    const after = await world.reviewsOf(scope);
    expect(statuses(after)).toEqual(["superseded", became, "current"]);
    expect(lineageFault(after)).toBeNull();
    const third = after[2] as EnvironmentReview;
    expect(third.sequence).toBe(3);
    expect(standingPredecessor(after, third)?.reviewId).toBe(first?.reviewId);
    expect(standingSuccessor(after, after[0] as EnvironmentReview)?.reviewId).toBe(third.reviewId);
  },
);

test.each(["withdrawn", "invalid"] as const)(
  "when an earlier review is %s, the newest stays the newest and the line stays whole",
  async (became) => {
    const scope = await composed(`earlier-${became}`, ["2026-04", "2026-05", "2026-06"]);
    const [, second] = await world.reviewsOf(scope);
    const answer = await retract(scope, second?.reviewId ?? "", became);
    expect(answer).toMatchObject({ kind: "retracted", currentAgain: null });
    const after = await world.reviewsOf(scope);
    expect(statuses(after)).toEqual(["superseded", became, "current"]);
    expect(lineageFault(after)).toBeNull();
    expect(standingPredecessor(after, after[2] as EnvironmentReview)?.sequence).toBe(1);
  },
);

test("a run whose review was withdrawn succeeded and points to the tombstone", async () => {
  const scope = await world.newEnvironment("tombstone", EXPORT);
  const { run } = await world.compose(scope, { period: "2026-05" });
  const [review] = await world.reviewsOf(scope);
  await retract(scope, review?.reviewId ?? "", "withdrawn");
  expect(await world.judge(run)).toMatchObject({
    decision: "succeeded",
    reason: "review_withdrawn",
    related: { id: review?.reviewId },
  });
});

test("a run that had only confirmed a review which was withdrawn since points to the tombstone, too", async () => {
  const scope = await world.newEnvironment("confirmed", EXPORT);
  await world.compose(scope, { period: "2026-05" });
  const confirming = await world.compose(scope, { period: "2026-05" });
  const [review] = await world.reviewsOf(scope);
  await retract(scope, review?.reviewId ?? "", "withdrawn");
  expect(await world.judge(confirming.run)).toMatchObject({
    decision: "succeeded",
    reason: "review_withdrawn",
    related: { id: review?.reviewId },
  });
});

test("a run whose review was marked as invalid asks for a person", async () => {
  const scope = await world.newEnvironment("marked", EXPORT);
  const { run } = await world.compose(scope, { period: "2026-05" });
  const [review] = await world.reviewsOf(scope);
  await retract(scope, review?.reviewId ?? "", "invalid");
  expect(await world.judge(run)).toMatchObject({
    decision: "attention_required",
    reason: "review_invalid",
  });
});

test("a review is taken back once, and only in its own environment", async () => {
  const scope = await composed("once", ["2026-05"]);
  const other = await composed("other", ["2026-05"]);
  const id = (await world.reviewsOf(scope))[0]?.reviewId ?? "";
  expect(await retract(other, id, "withdrawn")).toEqual({ kind: "refused", because: "not_found" });
  const both = await Promise.all([retract(scope, id, "withdrawn"), retract(scope, id, "invalid")]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(["refused", "retracted"]);
});

test("composing while the newest review is taken back leaves one newest review", async () => {
  const scope = await composed("meanwhile", ["2026-05", "2026-06"]);
  const [, second] = await world.reviewsOf(scope);
  await Promise.all([
    retract(scope, second?.reviewId ?? "", "withdrawn"),
    world.compose(scope, { period: "2026-07" }),
  ]);
  const after = await world.reviewsOf(scope);
  expect(lineageFault(after)).toBeNull();
  expect(
    after.filter(({ status }) => status === "current").map(({ sequence }) => sequence),
  ).toEqual([3]);
});

test("after all of it no invariant is violated", async () => {
  const reports = await checkInvariants({
    executor: world.platform.database,
    truthViews: platformSql("list-truth-of-runs"),
  });
  expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
});
