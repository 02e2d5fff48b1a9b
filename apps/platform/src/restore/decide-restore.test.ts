import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideRestore } from "./decide-restore.ts";
import type { ItemTruth, JudgedItem } from "./item-judgement.ts";
import { judgementOf, type TruthReason } from "./judgement.ts";
import type { RestoreEvidence } from "./restore-evidence.ts";
import type { PlannedItem } from "./restore-plan.ts";

function item(itemNo: number, changes: Partial<PlannedItem> = {}): PlannedItem {
  return {
    itemNo,
    type: "configurationPolicies",
    itemKey: `key-${itemNo}`,
    name: `Policy ${itemNo}`,
    action: "create",
    steps: ["create"],
    reason: "missing",
    hindered: false,
    detail: null,
    dependsOn: [],
    targetId: null,
    mappings: [],
    before: null,
    desired: null,
    finalState: null,
    ...changes,
  };
}

type Line = readonly [ItemTruth, TruthReason, Partial<PlannedItem>?];

function judged(...lines: readonly Line[]): readonly JudgedItem[] {
  return lines.map(([truth, reason, changes], index) => ({
    item: item(index + 1, changes),
    judgement: judgementOf(truth, reason, {
      duplicates: reason === "duplicates" ? ["first", "second"] : [],
    }),
  }));
}

function evidence(changes: Partial<RestoreEvidence> = {}): RestoreEvidence {
  return {
    environment: "active",
    restoreId: "r1",
    elsewhere: false,
    sealed: true,
    attempts: 1,
    identity: "proven",
    judged: [],
    pastDeadline: false,
    checkAgainAfterMs: 1_000,
    ...changes,
  };
}

const NO_PLAN = { restoreId: null, sealed: false, attempts: 0, identity: "not_asked" } as const;
const SKIPPED: Line = ["not_applied", "not_reached", { action: "skip", steps: [] }];

// oxfmt-ignore
const ROWS: readonly [string, number, Partial<RestoreEvidence>, string, string][] = [
  ["1: the restore is another environment's", 1, { ...NO_PLAN, elsewhere: true }, "attention_required", "scope_mismatch"],
  ["1: another tenant after writes (R15)", 1, { identity: "other", judged: judged(["applied", "verified"]) }, "attention_required", "scope_mismatch"],
  ["1: no identity after writes", 1, { identity: "unproven" }, "attention_required", "scope_mismatch"],
  ["2: never begun (R0)", 0, NO_PLAN, "failed", "never_started"],
  ["2: ended before the seal (R1)", 1, NO_PLAN, "failed", "not_planned"],
  ["2: a plan that is not sealed, and nothing sent (R1)", 1, { sealed: false, attempts: 0 }, "failed", "not_planned"],
  ["a plan that was changed after requests were sent", 1, { sealed: false }, "attention_required", "plan_not_intact"],
  ["3: somebody changed the target (R14)", 1, { judged: judged(["conflict", "target_changed"], ["applied", "verified"]) }, "attention_required", "target_changed"],
  ["3: delivered twice (R13), although others are unknown", 1, { judged: judged(["unknown", "settling"], ["conflict", "duplicates"]) }, "attention_required", "duplicates_found"],
  ["4: not shown yet (R7)", 1, { judged: judged(["unknown", "settling"], ["applied", "verified"]) }, "undecided", "not_verified_yet"],
  ["4: the provider cannot be asked (R16)", 1, { identity: "unreachable", judged: judged(["unknown", "unreachable"]) }, "undecided", "not_verified_yet"],
  ["5: still unknown after the deadline", 1, { pastDeadline: true, judged: judged(["unknown", "settling"]) }, "attention_required", "unverified"],
  ["6: nothing was to be written", 1, { attempts: 0, identity: "not_asked", judged: judged(SKIPPED) }, "succeeded", "nothing_to_write"],
  ["6: all applied (R12)", 1, { judged: judged(["applied", "verified"], ["applied", "found_written"], SKIPPED) }, "succeeded", "restore_written"],
  ["7: waiting for approval (R10)", 1, { judged: judged(["applied", "verified"], ["awaiting_external", "awaiting_approval"]) }, "blocked", "awaiting_approval"],
  ["7: waiting, and what depends on it", 1, { judged: judged(["awaiting_external", "awaiting_approval"], ["not_applied", "dependency_not_written", { dependsOn: [1] }]) }, "blocked", "awaiting_approval"],
  ["8 before 7: waiting, and others were not written for another reason", 1, { judged: judged(["applied", "verified"], ["awaiting_external", "awaiting_approval"], ["not_applied", "hindered"]) }, "partially_succeeded", "partly_written"],
  ["8 before 7: waiting, and another lacks what does not wait", 1, { judged: judged(["applied", "verified"], ["awaiting_external", "awaiting_approval"], ["not_applied", "dependency_not_written", { dependsOn: [1] }]) }, "partially_succeeded", "partly_written"],
  ["waiting, others not reached, none written", 1, { judged: judged(["awaiting_external", "awaiting_approval"], ["not_applied", "not_reached"]) }, "blocked", "awaiting_approval"],
  ["8: one step of two (R8)", 1, { judged: judged(["partly_applied", "steps_left"]) }, "partially_succeeded", "partly_written"],
  ["8: the budget was used up (R9)", 1, { judged: judged(["applied", "verified"], ["not_applied", "budget_used_up"]) }, "partially_succeeded", "partly_written_throttled"],
  ["8: a right was taken away (R11)", 1, { judged: judged(["applied", "verified"], ["not_applied", "permission"]) }, "partially_succeeded", "partly_written_permission"],
  ["9: no right at all (R11)", 1, { judged: judged(["not_applied", "permission"], ["not_applied", "permission"]) }, "blocked", "permission"],
  ["9: no licence, and others hindered", 1, { judged: judged(["not_applied", "licence"], ["not_applied", "hindered"]) }, "blocked", "licence"],
  ["9: neither right nor licence: the right comes first", 1, { judged: judged(["not_applied", "licence"], ["not_applied", "permission"]) }, "blocked", "permission"],
  ["9: the environment was suspended", 1, { environment: "suspended", judged: judged(["not_applied", "not_reached"]) }, "blocked", "environment_suspended"],
  ["10: sealed, nothing sent (R2)", 1, { attempts: 0, identity: "not_asked", judged: judged(["not_applied", "not_reached"]) }, "failed", "nothing_written"],
  ["10: sent without effect (R3)", 1, { judged: judged(["not_applied", "no_effect"]) }, "failed", "nothing_written"],
  ["10: the budget was used up at once (R9)", 1, { judged: judged(["not_applied", "budget_used_up"]) }, "failed", "throttled"],
  ["10: every item has an obstacle", 1, { attempts: 0, identity: "not_asked", judged: judged(["not_applied", "hindered", { hindered: true, reason: "group_missing" }]) }, "failed", "nothing_could_be_written"],
  ["10: every item has an obstacle, or lacks one that has", 1, { attempts: 0, identity: "not_asked", judged: judged(["not_applied", "hindered", { hindered: true, reason: "group_missing" }], ["not_applied", "dependency_not_written", { dependsOn: [1] }]) }, "failed", "nothing_could_be_written"],
];

describe("the ten rows decide in their order", () => {
  test.each(ROWS)("row %s", (_row, attempt, changes, decision, reason) => {
    const decided = decideRestore(attempt, evidence(changes));
    expect([decided.decision, decided.reason]).toEqual([decision, reason]);
  });

  test("duplicates are named with the ids that stand there", () => {
    const decided = decideRestore(1, evidence({ judged: judged(["conflict", "duplicates"]) }));
    expect(decided.checks.map(({ detail }) => detail)).toContain("Policy 1 (first, second)");
  });

  test("what is said of a restore in part is a sentence for operators", () => {
    const missing = { hindered: true, reason: "location_missing" } as const;
    const lines = Array.from({ length: 35 }, (): Line => ["not_applied", "hindered", missing]);
    const written = Array.from({ length: 3 }, (): Line => ["applied", "verified"]);
    const decided = decideRestore(1, evidence({ judged: judged(...written, ...lines) }));
    expect(decided.checks.map(({ detail }) => detail)).toContain(
      "3 of 38 written, 35 not attempted because a named location is missing. Nothing else was changed.",
    );
  });

  test("a restore that failed or was mistaken for ours is linked by nothing", () => {
    for (const [, attempt, changes] of ROWS) {
      const decided = decideRestore(attempt, evidence(changes));
      const linked = "related" in decided && decided.related !== undefined;
      const unlinked = ["failed", "undecided"].includes(decided.decision);
      expect(linked).toBe(!unlinked && decided.reason !== "scope_mismatch");
    }
  });
});

const TRUTHS: readonly ItemTruth[] = [
  "applied",
  "not_applied",
  "partly_applied",
  "conflict",
  "unknown",
  "awaiting_external",
];
const REASONS: readonly TruthReason[] = [
  "verified",
  "hindered",
  "not_reached",
  "dependency_not_written",
  "budget_used_up",
  "permission",
  "licence",
  "awaiting_approval",
  "duplicates",
  "target_changed",
  "settling",
];

describe("whatever was seen", () => {
  const lines = fc.array(
    fc.tuple(
      fc.constantFrom(...TRUTHS),
      fc.constantFrom(...REASONS),
      fc.record({
        action: fc.constantFrom("create", "update", "assign", "skip"),
        hindered: fc.boolean(),
        dependsOn: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }),
      }),
    ),
    { maxLength: 8 },
  );
  const seen = fc.record({
    environment: fc.constantFrom("active", "suspended", "archived", null),
    restoreId: fc.constantFrom("r1", null),
    elsewhere: fc.boolean(),
    sealed: fc.boolean(),
    attempts: fc.nat({ max: 3 }),
    identity: fc.constantFrom(
      "proven",
      "other",
      "unproven",
      "not_pinned",
      "unreachable",
      "not_asked",
    ),
    pastDeadline: fc.boolean(),
  });

  test("there is a decision, success means that all is written, and failure that nothing is", () => {
    fc.assert(
      fc.property(seen, lines, fc.nat({ max: 2 }), (facts, given, attempt) => {
        const items = judged(...given);
        const decided = decideRestore(attempt, evidence({ ...facts, judged: items }));
        const writes = items.filter((one) => one.item.action !== "skip");
        const truths = writes.map(({ judgement }) => judgement.truth);
        if (decided.decision === "succeeded") {
          expect(truths.every((truth) => truth === "applied")).toBe(true);
        }
        const planned = facts.restoreId !== null && facts.sealed;
        if (decided.decision === "failed" && planned) {
          expect(truths.every((truth) => truth === "not_applied")).toBe(true);
        }
        expect(decided.checks.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
