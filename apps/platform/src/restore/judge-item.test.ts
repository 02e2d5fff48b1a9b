import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { normalForm } from "../normal-form/normal-form.ts";
import { type DesiredState, hashesOf } from "./desired-state.ts";
import type { ItemFacts } from "./item-facts.ts";
import { judgeItem } from "./judge-item.ts";
import type { RestoreAttempt } from "./restore-attempt.ts";
import type { PlannedItem, RestoreStep } from "./restore-plan.ts";
import type { TargetObject } from "./restore-target.ts";

const TYPE = "deviceConfigurations";
const SETTLE_MS = 60_000;

function state(value: string, assignment: DesiredState["assignment"] = []): DesiredState {
  const meta = { name: "Policy", description: null, scopeTags: [] };
  return { content: { "@odata.type": "#x", value }, meta, assignment };
}

function object(id: string, standing: DesiredState, more: object = {}): TargetObject {
  const { content, meta, assignment } = standing;
  const json = { ...content, ...more, id, displayName: meta.name, assignments: assignment ?? [] };
  return { id, name: "Policy", form: normalForm({ type: TYPE, json }) };
}

const BEFORE = state("old");
const WANTED = state("new", [{ target: { groupId: "g" } }]);

function item(steps: readonly RestoreStep[]): PlannedItem {
  const created = steps.includes("create");
  return {
    itemNo: 1,
    type: TYPE,
    itemKey: "k",
    name: "Policy",
    action: created ? "create" : "update",
    steps,
    reason: created ? "missing" : "content_differs",
    hindered: false,
    detail: null,
    dependsOn: [],
    targetId: created ? null : "t",
    mappings: [],
    before: created ? null : hashesOf(BEFORE),
    desired: hashesOf(WANTED),
    finalState: null,
  };
}

function attempt(step: RestoreStep, changes: Partial<RestoreAttempt> = {}): RestoreAttempt {
  return {
    attemptNo: 1,
    itemNo: 1,
    step,
    preIds: step === "create" ? [] : null,
    ageMs: SETTLE_MS + 1,
    outcome: "sent",
    reason: null,
    httpStatus: null,
    requestId: null,
    responseId: null,
    approvalCode: null,
    approvalExpiresAt: null,
    ...changes,
  };
}

function truthOf(steps: readonly RestoreStep[], facts: Partial<ItemFacts>): readonly string[] {
  const { truth, reason } = judgeItem({
    item: item(steps),
    attempts: [],
    wanted: WANTED,
    before: steps.includes("create") ? null : BEFORE.content,
    look: { kind: "not_asked" },
    settleMs: SETTLE_MS,
    notAttempted: "not_reached",
    ...facts,
  });
  return [truth, reason];
}

function seen(now: TargetObject | null, candidates: readonly TargetObject[] = []) {
  return { kind: "seen", complete: true, object: now, candidates } as const;
}

describe("an update", () => {
  const sent = { attempts: [attempt("update")] };

  test("that was never sent is not applied, whatever stands there (R2)", () => {
    expect(truthOf(["update"], { look: seen(object("t", WANTED)) })).toEqual([
      "not_applied",
      "not_reached",
    ]);
  });

  test("that needs no request at all was not written by this restore", () => {
    expect(truthOf([], { look: seen(object("t", WANTED)) })).toEqual([
      "not_applied",
      "not_reached",
    ]);
  });

  test("of which one step was verified and another was found is known by having been found", () => {
    const attempts = [
      attempt("update", { outcome: "verified", responseId: "t" }),
      attempt("assign", { attemptNo: 2 }),
    ];
    expect(truthOf(["update", "assign"], { attempts, look: seen(object("t", WANTED)) })).toEqual([
      "applied",
      "found_written",
    ]);
  });

  test("is applied if the target stands as wanted (R4, R5, R6)", () => {
    expect(truthOf(["update"], { ...sent, look: seen(object("t", WANTED)) })).toEqual([
      "applied",
      "found_written",
    ]);
  });

  test("is applied if the server only filled in what was not asked for", () => {
    const filled = object("t", WANTED, { serverDefault: 5 });
    const judged = judgeItem({
      item: item(["update"]),
      ...sent,
      wanted: WANTED,
      before: BEFORE.content,
      look: seen(filled),
      settleMs: SETTLE_MS,
      notAttempted: "not_reached",
    });
    expect([judged.truth, judged.serverDefaults]).toEqual(["applied", ["property serverDefault"]]);
  });

  test("is not applied if the target stands as before, once looks are not stale any more (R3)", () => {
    const look = seen(object("t", BEFORE));
    expect(truthOf(["update"], { ...sent, look })).toEqual(["not_applied", "no_effect"]);
    const young = { attempts: [attempt("update", { ageMs: 10 })] };
    expect(truthOf(["update"], { ...young, look })).toEqual(["unknown", "settling"]);
  });

  test("is in conflict if the target is neither what was nor what is wanted (R14)", () => {
    expect(truthOf(["update"], { ...sent, look: seen(object("t", state("other"))) })).toEqual([
      "conflict",
      "target_changed",
    ]);
    const refused = attempt("update", { outcome: "rejected", reason: "target_changed" });
    expect(truthOf(["update"], { attempts: [refused] })).toEqual(["conflict", "target_changed"]);
  });

  test("of an object that is gone is in conflict only once looks are not stale any more", () => {
    const young = { attempts: [attempt("update", { ageMs: SETTLE_MS - 1 })] };
    expect(truthOf(["update"], { ...young, look: seen(null) })).toEqual(["unknown", "settling"]);
    expect(truthOf(["update"], { ...sent, look: seen(null) })).toEqual(["conflict", "target_gone"]);
  });

  test("cannot be told while the provider cannot be asked (R16)", () => {
    expect(truthOf(["update"], { ...sent, look: { kind: "unreachable" } })).toEqual([
      "unknown",
      "unreachable",
    ]);
    const verified = [attempt("update", { outcome: "verified", responseId: "t" })];
    expect(truthOf(["update"], { attempts: verified, look: { kind: "unreachable" } })).toEqual([
      "applied",
      "verified",
    ]);
  });

  test("without its second step is applied in part (R8)", () => {
    const verified = attempt("update", { outcome: "verified", responseId: "t" });
    expect(truthOf(["update", "assign"], { attempts: [verified] })).toEqual([
      "partly_applied",
      "steps_left",
    ]);
    const both = [verified, attempt("assign", { attemptNo: 2 })];
    const look = seen(object("t", { ...WANTED, assignment: [] }));
    expect(truthOf(["update", "assign"], { attempts: both, look })).toEqual([
      "partly_applied",
      "no_effect",
    ]);
  });

  test("that must be approved waits, and one that was refused says why (R10, R11)", () => {
    const told = (reason: RestoreAttempt["reason"]) =>
      truthOf(["update"], { attempts: [attempt("update", { outcome: "rejected", reason })] });
    expect(told("awaiting_approval")).toEqual(["awaiting_external", "awaiting_approval"]);
    expect(told("permission")).toEqual(["not_applied", "permission"]);
    expect(told("licence")).toEqual(["not_applied", "licence"]);
    expect(told("invalid")).toEqual(["not_applied", "invalid"]);
  });
});

describe("a create", () => {
  const sent = { attempts: [attempt("create")] };
  const made = object(randomUUID(), { ...WANTED, assignment: [] });

  test("is applied if exactly one object that is new stands as wanted (R4, R5)", () => {
    expect(truthOf(["create"], { ...sent, look: seen(made, [made]) })).toEqual([
      "applied",
      "found_written",
    ]);
  });

  test("whose object somebody has changed since is in conflict, not missing", () => {
    const attempts = [attempt("create", { outcome: "acked", responseId: "t" })];
    const look = seen(null, [object("t", BEFORE)]);
    expect(truthOf(["create"], { attempts, look })).toEqual(["conflict", "target_changed"]);
  });

  test("that was sent twice is in conflict, and both objects are named (R13)", () => {
    const second = object(randomUUID(), { ...WANTED, assignment: [] });
    const judged = judgeItem({
      item: item(["create"]),
      ...sent,
      wanted: WANTED,
      before: null,
      look: seen(null, [made, second]),
      settleMs: SETTLE_MS,
      notAttempted: "not_reached",
    });
    expect([judged.truth, judged.duplicates]).toEqual([
      "conflict",
      [made.id, second.id].toSorted(),
    ]);
  });

  test("that was verified is in conflict as well if a second object appears", () => {
    const second = object(randomUUID(), { ...WANTED, assignment: [] });
    const verified = attempt("create", { outcome: "verified", responseId: made.id });
    const look = seen(null, [made, second]);
    expect(truthOf(["create"], { attempts: [verified], look })).toEqual(["conflict", "duplicates"]);
  });

  test("is not applied if nothing new is there, in a complete look that is not stale any more (R3, R7)", () => {
    expect(truthOf(["create"], { ...sent, look: seen(null) })).toEqual([
      "not_applied",
      "no_effect",
    ]);
    const incomplete = { ...seen(null), complete: false };
    expect(truthOf(["create"], { ...sent, look: incomplete })).toEqual([
      "unknown",
      "listing_incomplete",
    ]);
    const young = { attempts: [attempt("create", { ageMs: 5 })] };
    expect(truthOf(["create"], { ...young, look: seen(null) })).toEqual(["unknown", "settling"]);
  });

  test("that the provider says it made, and does not show, stays open until a person looks (R7)", () => {
    const acked = [attempt("create", { outcome: "acked", responseId: made.id })];
    expect(truthOf(["create"], { attempts: acked, look: seen(null) })).toEqual([
      "unknown",
      "not_shown",
    ]);
    expect(truthOf(["create"], { attempts: acked, look: seen(made, [made]) })).toEqual([
      "applied",
      "found_written",
    ]);
  });

  test("that was put off to the end of the budget is looked up like one without an answer (R9)", () => {
    const put = [attempt("create", { outcome: "rejected", reason: "throttled" })];
    expect(truthOf(["create"], { attempts: put, look: seen(made, [made]) })).toEqual([
      "applied",
      "found_written",
    ]);
    expect(truthOf(["create"], { attempts: put, look: seen(null) })).toEqual([
      "not_applied",
      "budget_used_up",
    ]);
  });
});
