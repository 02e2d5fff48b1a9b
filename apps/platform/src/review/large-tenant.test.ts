import { afterAll, beforeAll, expect, test } from "vitest";
import type { Export } from "./review-world.test-kit.ts";
import { openReviewWorld, type ReviewWorld } from "./review-world.test-kit.ts";

const POLICIES = 2_000;
const SETTINGS_OF_EACH = 12;
const TOGETHER_WITHIN_MS = 10_000;

let world: ReviewWorld;

beforeAll(async () => {
  world = await openReviewWorld();
});

afterAll(async () => {
  await world.close();
});

/** Every policy has contents of its own, so that nothing is saved by sharing them. */
function manyPolicies(changed: number): Export {
  return Object.fromEntries(
    Array.from({ length: POLICIES }, (_, policy) => [
      `Win - Policy ${policy}`,
      Object.fromEntries(
        Array.from({ length: SETTINGS_OF_EACH }, (_setting, setting) => [
          `setting${policy}x${setting}`,
          policy < changed && setting === 0 ? "1" : "0",
        ]),
      ),
    ]),
  );
}

test("a tenant of 2,000 policies is captured, compared and reviewed within ten seconds of work", async () => {
  const scope = await world.newEnvironment("large", manyPolicies(0));
  const baselineId = await world.release(scope, "Large");
  const captured = await world.capture(scope, manyPolicies(10));
  const composed = await world.compose(scope, { period: "2026-05", baseline_id: baselineId });
  expect(composed.run.summary).toMatchObject({ policies_checked: POLICIES, open_findings: 10 });
  expect(composed.run.progress).toMatchObject({ done: 3, total: 3 });
  const workMs = [captured.run, composed.run].map(
    ({ startedAt, completedAt }) =>
      (completedAt?.getTime() ?? Infinity) - (startedAt?.getTime() ?? 0),
  );
  expect(workMs.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(TOGETHER_WITHIN_MS);
}, 120_000);

test("capturing an unchanged tenant again writes no content, and the same review is confirmed", async () => {
  const scope = await world.newEnvironment("unchanged", manyPolicies(0));
  await world.compose(scope, { period: "2026-05" });
  const again = await world.capture(scope);
  expect(again.run.summary).toMatchObject({ items: POLICIES, new_blobs: 0 });
  expect(await world.compose(scope, { period: "2026-05" })).toMatchObject({
    outcome: "succeeded",
    reason: "equivalent_exists",
  });
}, 120_000);
