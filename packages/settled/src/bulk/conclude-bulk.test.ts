import { expect, test } from "vitest";
import { sampleRun } from "../present/sample-run.test-kit.ts";
import { decideBulk } from "./bulk-adapter.ts";
import { concludeBulk } from "./conclude-bulk.ts";
import type { TargetVerdict } from "./target-verdict.ts";

const run = sampleRun();

test.each<readonly [readonly TargetVerdict[], string, string]>([
  [["taken", "taken"], "succeeded", "all_taken"],
  [["taken", "unchanged"], "succeeded", "all_taken"],
  [["taken", "stale"], "partially_succeeded", "some_refused"],
  [["taken", "not_reached", "stale"], "partially_succeeded", "stopped_part_way"],
  [["stale", "already_over"], "failed", "none_taken"],
])("an action that came to %j has %s, because of %s", (verdicts, outcome, reason) => {
  const result = concludeBulk(run.id, verdicts);
  expect(result).toMatchObject({ outcome, reason });
  expect(result.related === undefined).toBe(outcome === "failed");
  const { targets, ...counts } = result.summary ?? {};
  expect(targets).toBe(verdicts.length);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(verdicts.length);
});

const scope = { workspaceId: run.workspaceId, environmentId: run.environmentId };

test.each([
  [0, "failed", "nothing_produced"],
  [1, "partially_succeeded", "stopped_part_way"],
  [3, "succeeded", "all_taken"],
])("a lost action whose mark %i of 3 targets bear has %s", (marked, decision, reason) => {
  const decided = decideBulk(run, { ...scope, targets: 3, marked, unchanged: 0 });
  expect(decided).toMatchObject({ decision, reason });
});

test("an action whose input nobody can read has done nothing that can be shown", () => {
  expect(decideBulk(run, null)).toMatchObject({ decision: "failed" });
});
