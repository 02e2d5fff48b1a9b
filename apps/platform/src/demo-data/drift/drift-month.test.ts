import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CHANGE_KINDS } from "../change.ts";
import type { Change, ChangeKind } from "../change.ts";
import { DEMO_CUSTOMERS } from "../customer.ts";
import type { Customer } from "../customer.ts";
import { generateTenant } from "../generate-tenant.ts";
import { assignmentLabels } from "../policy.ts";
import type { Policy } from "../policy.ts";
import { policyLeaves } from "../policy-leaf.ts";
import { createRandom } from "../random.ts";
import { DRIFT_OPERATIONS, driftMonth } from "./drift-month.ts";
import type { Drifted, DriftScene } from "./drift.ts";

const [, growing] = DEMO_CUSTOMERS as readonly [Customer, Customer, Customer];
const tenant = generateTenant({ seed: "drift", policies: 60, tenant: growing });

function scene(seed: string): DriftScene {
  return {
    ...tenant,
    maturity: growing.maturity,
    from: "2025-07",
    to: "2025-08",
    random: createRandom(seed),
    taken: new Set(),
    createdAt: "2025-08-01T08:00:00.0000000Z",
    modifiedAt: "2025-08-02T08:00:00.0000000Z",
    beyondOnePage: false,
  };
}

/** Runs the operation on every policy that allows it, under many seeds. */
function onEveryPolicy(kind: ChangeKind, check: (before: Policy, drifted: Drifted) => void): void {
  let applied = 0;
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...tenant.policies), (seed, policy) => {
      const untouched = structuredClone(policy);
      const drifted = DRIFT_OPERATIONS[kind](policy, scene(seed));
      expect(policy).toEqual(untouched);
      if (drifted === null) return;
      applied += 1;
      expect(drifted.changes.every((change) => change.kind === kind)).toBe(true);
      check(policy, drifted);
    }),
    { numRuns: 300 },
  );
  expect(applied).toBeGreaterThan(10);
}

/** The leaves that differ, found without looking at the recorded changes. */
function leafChanges(before: Policy, after: Policy | undefined): ReadonlySet<string> {
  if (after === undefined) throw new Error("the policy is gone");
  const [old, young] = [before, after].map(
    (policy) => new Map(policyLeaves(policy).map((leaf) => [leaf.path, leaf.value])),
  ) as [Map<string, Change["before"]>, Map<string, Change["before"]>];
  const paths = [...new Set([...old.keys(), ...young.keys()])];
  const lines = paths.map((path) => [path, old.get(path) ?? null, young.get(path) ?? null]);
  return new Set(
    lines
      .map((line) => [line[0], JSON.stringify(line[1]), JSON.stringify(line[2])])
      .filter(([, one, other]) => one !== other)
      .map((line) => line.join(" ")),
  );
}

function recorded(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(
    changes.map((one) =>
      [one.path, JSON.stringify(one.before), JSON.stringify(one.after)].join(" "),
    ),
  );
}

test.each(["setting_changed", "setting_missing", "setting_extra"] as const)(
  "%s records exactly the leaves that differ afterwards",
  (kind) => {
    onEveryPolicy(kind, (before, { policies, changes }) => {
      expect(changes.length).toBeGreaterThan(0);
      expect(recorded(changes)).toEqual(leafChanges(before, policies[0]));
    });
  },
);

test("a changed setting keeps every leaf, a missing one never empties the policy", () => {
  onEveryPolicy("setting_changed", (before, { policies, changes }) => {
    expect(changes).toHaveLength(1);
    expect(policyLeaves(policies[0] ?? before)).toHaveLength(policyLeaves(before).length);
  });
  onEveryPolicy("setting_missing", (before, { policies }) => {
    expect(policyLeaves(policies[0] ?? before).length).toBeGreaterThan(0);
  });
});

test.each(["touched", "renamed", "recreated", "assignment_changed", "state_changed"] as const)(
  "%s leaves every leaf as it was",
  (kind) => {
    onEveryPolicy(kind, (before, { policies, changes }) => {
      expect(policies).toHaveLength(1);
      expect(changes).toHaveLength(1);
      expect(leafChanges(before, policies[0]).size).toBe(0);
      expect(changes[0]?.before).not.toEqual(changes[0]?.after);
    });
  },
);

test("a touched policy differs in its date and in nothing that means anything", () => {
  onEveryPolicy("touched", (before, { policies: [after] }) => {
    expect(after?.modifiedAt).not.toBe(before.modifiedAt);
    expect(after && assignmentLabels(after)).toEqual(assignmentLabels(before));
    expect([after?.id, after?.name]).toEqual([before.id, before.name]);
  });
});

test("a recreated policy keeps its name and gets another id", () => {
  onEveryPolicy("recreated", (before, { policies: [after], changes }) => {
    expect(after?.name).toBe(before.name);
    expect(after?.id).not.toBe(before.id);
    expect(changes[0]).toMatchObject({ before: before.id, after: after?.id });
  });
});

test("a missing policy leaves nothing, an extra one stands beside the untouched policy", () => {
  onEveryPolicy("missing_policy", (_, { policies }) => expect(policies).toEqual([]));
  onEveryPolicy("extra_policy", (before, { policies }) => {
    expect(policies).toHaveLength(2);
    expect(policies[0]).toBe(before);
    expect(policies[1]?.kind).toBe(before.kind);
  });
});

test("a month of drift touches each policy at most once, and reserved ones never", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...CHANGE_KINDS), (seed, firstKind) => {
      const reserved = new Set(tenant.policies.slice(0, 20).map((policy) => policy.id));
      const random = createRandom(seed);
      const { tenant: after, changes } = driftMonth(tenant, { random, firstKind, reserved });
      expect(after.month).toBe("2025-08");
      expect(changes[0]?.kind).toBe(firstKind);
      expect(changes.filter((change) => reserved.has(change.policyId))).toEqual([]);
      const kinds = new Map<string, Set<string>>();
      for (const change of changes) {
        kinds.set(change.policyId, (kinds.get(change.policyId) ?? new Set()).add(change.kind));
      }
      expect([...kinds.values()].every((one) => one.size === 1)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
