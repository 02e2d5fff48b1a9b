import type { RunScope } from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatherReview } from "../server/gather-review.ts";
import { insertDisposition } from "../store/disposition-store.ts";
import { openReviewWorld, type ReviewWorld } from "./review-world.test-kit.ts";

const EXPECTED = {
  "Win - Antivirus": { allowrealtimemonitoring: "1", puaprotection: "1" },
  "Win - Network": { enablenetworkprotection: "1" },
};
const WEAKER = {
  ...EXPECTED,
  "Win - Antivirus": { allowrealtimemonitoring: "0", puaprotection: "1" },
};

let world: ReviewWorld;

beforeAll(async () => {
  world = await openReviewWorld();
});

afterAll(async () => {
  await world.close();
});

async function newest(scope: RunScope) {
  const review = (await world.reviewsOf(scope)).at(-1);
  const { workspaceId, environmentId } = scope;
  if (review === undefined || environmentId === null) throw new Error("There is no review.");
  const { database: on, settled } = world.platform;
  const found = await gatherReview(
    { on, settled },
    { workspaceId, environmentId },
    review.reviewId,
  );
  if (found?.content.kind !== "intact") throw new Error("The review cannot be read.");
  return { ...found, ...found.content };
}

test("a review is compared with the baseline that it names, and the next one with the same", async () => {
  const scope = await world.newEnvironment("compared", EXPECTED);
  const baselineId = await world.release(scope, "Workplace of compared");
  await world.capture(scope, WEAKER);
  const first = await world.compose(scope, { period: "2026-05", baseline_id: baselineId });
  expect(first.run.summary).toMatchObject({ policies_checked: 2, open_findings: 1 });
  const may = await newest(scope);
  expect(may.document.baseline).toMatchObject({ baseline_id: baselineId, version: 1 });
  expect(may.document.findings[0]).toMatchObject({ kind: "setting_changed", weakened: true });

  await world.capture(scope, EXPECTED);
  await world.compose(scope, { period: "2026-06" });
  const june = await newest(scope);
  expect(june.document.baseline).toMatchObject({ baseline_id: baselineId, version: 1 });
  expect(june.predecessor?.reviewId).toBe(may.review.reviewId);
  expect(june.later.since).toMatchObject({
    kind: "compared",
    all_read: true,
    changes: [{ kind: "setting_changed", policy: "Win - Antivirus" }],
    open_findings_before: 1,
    open_findings_now: 0,
  });
  expect(june.later.trend.map((point) => point.open_findings)).toEqual([1, 0]);
});

test("a review without a baseline is a lineage of its own, and the next one has none either", async () => {
  const scope = await world.newEnvironment("without", EXPECTED);
  const baselineId = await world.release(scope, "Workplace of without");
  await world.compose(scope, { period: "2026-05", baseline_id: baselineId });
  await world.compose(scope, { period: "2026-05", baseline_id: "none" });
  await world.compose(scope, { period: "2026-06" });
  const reviews = await world.reviewsOf(scope);
  const lines = reviews.map(({ baselineVersion: version, status }) =>
    version === null ? `no baseline: ${status}` : `version ${version}: ${status}`,
  );
  expect(lines.sort()).toEqual([
    "no baseline: current",
    "no baseline: superseded",
    "version 1: current",
  ]);
});

test("what was decided or released after the inputs were frozen is not in the review, and is told beside it", async () => {
  const scope = await world.newEnvironment("frozen", EXPECTED);
  const baselineId = await world.release(scope, "Workplace of frozen");
  await world.capture(scope, WEAKER);
  await world.compose(scope, { period: "2026-05", baseline_id: baselineId });
  const before = await newest(scope);
  expect(before.later.changed).toEqual({
    snapshot: false,
    baseline: false,
    decisions: false,
    rules: false,
  });
  const [finding] = before.document.findings;
  await insertDisposition(world.platform.database, scope, {
    baselineId,
    findingKey: finding?.finding_key ?? "",
    disposition: "accepted",
    actor: "Maria",
    reason: "A pilot until July.",
    expiresAt: null,
  });
  const after = await newest(scope);
  expect(after.document).toEqual(before.document);
  expect(after.later.changed).toMatchObject({ decisions: true, baseline: false, snapshot: false });
  expect((await world.judge(await runOf(scope))).reason).toBe("review_composed");

  await world.compose(scope, { period: "2026-05" });
  const again = await newest(scope);
  expect(again.review.sequence).toBe(2);
  expect(again.document.accepted[0]).toMatchObject({ decided_by: "Maria" });
  expect(again.document.findings).toEqual([]);
  await world.release(scope, "Workplace of frozen");
  expect((await newest(scope)).later.changed).toMatchObject({ baseline: true });
});

test("a baseline that nobody released blocks the composition, and so does an environment at rest", async () => {
  const scope = await world.newEnvironment("blocked", EXPECTED);
  const nobodys = "00000000-0000-4000-8000-0000000000ff";
  expect(await world.compose(scope, { period: "2026-05", baseline_id: nobodys })).toMatchObject({
    outcome: "blocked",
    reason: "baseline_not_released",
  });
  expect(await world.compose(scope, { period: "2026-05", snapshot_id: nobodys })).toMatchObject({
    outcome: "blocked",
    reason: "snapshot_missing",
  });
  await world.platform.database.executeSql(
    "update platform.environments set state = 'suspended' where environment_id = $1",
    [scope.environmentId],
  );
  const suspended = await world.compose(scope, { period: "2026-06" });
  expect(suspended).toMatchObject({ outcome: "blocked", reason: "environment_suspended" });
  expect(await world.judge(suspended.run)).toMatchObject({
    decision: "blocked",
    reason: "environment_suspended",
  });
});

test("an export of which nothing that the baseline expects was read blocks the composition", async () => {
  const scope = await world.newEnvironment("unread", EXPECTED);
  const baselineId = await world.release(scope, "Workplace of unread");
  await world.platform.database.executeSql(
    "update platform.snapshot_coverage set status = 'failed' where environment_id = $1",
    [scope.environmentId],
  );
  const ended = await world.compose(scope, { period: "2026-05", baseline_id: baselineId });
  expect(ended).toMatchObject({ outcome: "blocked", reason: "coverage_below_policy" });
});

async function runOf(scope: RunScope) {
  const review = (await world.reviewsOf(scope)).at(-1);
  const runId = review?.composedByRunId;
  if (runId == null) throw new Error("The review names no run.");
  const run = await world.platform.settled.reader.findRun(scope.workspaceId, runId);
  if (run === null) throw new Error("The run is gone.");
  return run;
}
