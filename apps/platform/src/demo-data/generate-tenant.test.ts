import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DEMO_CUSTOMERS } from "./customer.ts";
import type { Customer } from "./customer.ts";
import { generateTenant, POLICIES_LEAST, POLICIES_MAX } from "./generate-tenant.ts";
import { SETTINGS_MAX, SETTINGS_PER_PAGE } from "./grow-catalog-policy.ts";
import type { Policy } from "./policy.ts";
import { nameKey } from "./policy-name.ts";

const [mature, , starting] = DEMO_CUSTOMERS as readonly [Customer, Customer, Customer];

function share(policies: readonly Policy[], kind: Policy["kind"]): number {
  return policies.filter((policy) => policy.kind === kind).length / policies.length;
}

test("three quarters are settings catalog, the rest compliance and conditional access", () => {
  const { policies } = generateTenant({ seed: 1, policies: 400, tenant: mature });
  expect(policies).toHaveLength(400);
  expect(share(policies, "catalog")).toBeCloseTo(0.75, 2);
  expect(share(policies, "compliance")).toBeCloseTo(0.13, 2);
  expect(share(policies, "access")).toBeCloseTo(0.12, 2);
});

test("policies have from one setting to more than a page of them", () => {
  const { policies } = generateTenant({ seed: 1, policies: 400, tenant: mature });
  const sizes = policies.flatMap((one) => (one.kind === "catalog" ? [one.settings.length] : []));
  expect(Math.min(...sizes)).toBe(1);
  expect(Math.max(...sizes)).toBe(SETTINGS_MAX);
  expect(sizes.filter((size) => size > SETTINGS_PER_PAGE).length).toBeGreaterThan(4);
});

test("all states of conditional access and several kinds of compliance occur", () => {
  const { policies } = generateTenant({ seed: 1, policies: 400, tenant: starting });
  const states = policies.flatMap((one) => (one.kind === "access" ? [one.state] : []));
  const kinds = policies.flatMap((one) => (one.kind === "compliance" ? [one.blueprint] : []));
  expect(new Set(states).size).toBe(3);
  expect(new Set(kinds).size).toBeGreaterThanOrEqual(4);
});

test("whatever the seed, ids and names are unique and the first policy needs two pages", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 20, max: 150 }), (seed, count) => {
      const { policies, groups } = generateTenant({ seed, policies: count, tenant: starting });
      expect(new Set(policies.map((policy) => policy.id)).size).toBe(count);
      expect(new Set(policies.map((policy) => nameKey(policy.name))).size).toBe(count);
      const [first] = policies;
      expect(first?.kind === "catalog" && first.settings.length > SETTINGS_PER_PAGE).toBe(true);
      const known = new Set(groups.map((group) => group.id));
      const targets = policies.flatMap((policy) => policy.assignments);
      expect(targets.every((one) => !("group" in one) || known.has(one.group))).toBe(true);
      expect(policies.every((policy) => policy.createdAt < policy.modifiedAt)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test("the same seed gives the same tenant, another seed another one", () => {
  const [one, again, other] = [5, 5, 6].map((seed) =>
    generateTenant({ seed, policies: 60, tenant: mature }),
  );
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
});

function enabled(tenant: Customer): number {
  const { policies } = generateTenant({ seed: 9, policies: 500, tenant });
  return policies.filter((one) => one.kind === "access" && one.state === "enabled").length;
}

test("a mature tenant is stricter than a starting one", () => {
  expect(enabled(mature)).toBeGreaterThan(enabled(starting) * 1.5);
});

test("a tenant too small for the oddities, or larger than we bound, is refused", () => {
  for (const policies of [POLICIES_LEAST - 1, POLICIES_MAX + 1, 30.5, Number.NaN]) {
    expect(() => generateTenant({ seed: 1, policies, tenant: mature })).toThrow(RangeError);
  }
});
