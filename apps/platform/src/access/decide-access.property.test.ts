import { asEnvironmentId, asWorkspaceId, SILENT_LOGGER } from "settled";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAPABILITIES } from "./capabilities.ts";
import { createAccessPolicy } from "./create-access-policy.ts";
import { decideAccess, decideReach } from "./decide-access.ts";
import { asGrant, NO_RIGHTS, type Rights, type StoredGrant } from "./rights.ts";
import { CAPABILITIES_OF, type Role, ROLES } from "./roles.ts";

const NAMES = ["a", "b", "c"] as const;
const workspaceIds = fc.constantFrom(...NAMES).map(asWorkspaceId);
const environmentIds = fc.option(fc.constantFrom(...NAMES).map(asEnvironmentId));
const words = fc.oneof(
  fc.constantFrom(...CAPABILITIES, ...ROLES, "constructor", "__proto__"),
  fc.string(),
);

const storedGrants = fc.record({
  workspace_id: workspaceIds,
  workspace_name: fc.string(),
  role: fc.option(fc.oneof(fc.constantFrom(...ROLES), words)),
  scopes: fc.option(fc.array(words)),
  environment_ids: fc.option(fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 })),
}) as fc.Arbitrary<StoredGrant>;
const rights: fc.Arbitrary<Rights> = fc
  .uniqueArray(storedGrants, { selector: (stored) => stored.workspace_id, maxLength: 3 })
  .map((stored) => ({ kind: "grants", grants: stored.map(asGrant) }));
const asked = fc.record({
  rights,
  capability: words,
  scope: fc.record({ workspaceId: workspaceIds, environmentId: environmentIds }),
});

describe("access is closed by default", () => {
  test("nothing is allowed but what a grant of that very workspace gives there", () => {
    fc.assert(
      fc.property(asked, ({ rights: given, capability, scope }) => {
        const answer = decideAccess(given, capability, scope);
        const grant =
          given.kind === "grants"
            ? given.grants.find(({ workspaceId }) => workspaceId === scope.workspaceId)
            : undefined;
        if (grant === undefined) {
          expect(answer).toEqual({ kind: "hidden" });
          return;
        }
        const isGiven = grant.capabilities.some((known) => known === capability);
        const isReached =
          grant.environmentIds === null ||
          (scope.environmentId !== null && grant.environmentIds.includes(scope.environmentId));
        expect(answer.kind === "allowed").toBe(isGiven && isReached);
        // Of what they may not see, a member of some environments is not even told that it is there.
        if (grant.environmentIds !== null && scope.environmentId !== null && !isReached) {
          expect(answer).toEqual({ kind: "hidden" });
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("where a capability reaches is where it is allowed, and nowhere else", () => {
    fc.assert(
      fc.property(asked, ({ rights: given, capability, scope }) => {
        const reach = decideReach(given, capability, scope.workspaceId);
        const isAllowed = decideAccess(given, capability, scope).kind === "allowed";
        const isReached =
          reach.kind === "workspace" ||
          (reach.kind === "environments" &&
            scope.environmentId !== null &&
            reach.environmentIds.includes(scope.environmentId));
        expect(isAllowed).toBe(isReached);
      }),
      { numRuns: 2_000 },
    );
  });

  test("no role and no scope gives what is not in the closed table", () => {
    fc.assert(
      fc.property(storedGrants, (stored) => {
        const { capabilities, role } = asGrant(stored);
        expect(CAPABILITIES).toEqual(expect.arrayContaining([...capabilities]));
        const isKnownRole = ROLES.some((known) => known === stored.role);
        if (stored.role !== null && !isKnownRole) expect(capabilities).toEqual([]);
        if (role !== null) expect(capabilities).toEqual(CAPABILITIES_OF[role]);
      }),
    );
  });

  test("an unknown capability is given to nobody, whoever they are", () => {
    fc.assert(
      fc.property(fc.string(), (capability) => {
        fc.pre(!CAPABILITIES.some((known) => known === capability));
        const scope = { workspaceId: asWorkspaceId("a"), environmentId: null };
        expect(decideAccess({ kind: "everything" }, capability, scope).kind).toBe("forbidden");
      }),
    );
  });
});

const ACTOR = { kind: "user", id: "p", name: "P" } as const;

test("where anything on the way fails, the thing is hidden and the log says so", async () => {
  await fc.assert(
    fc.asyncProperty(asked, fc.constantFrom("rights", "existence"), async (given, fails) => {
      const logged: unknown[] = [];
      const fault = () => Promise.reject(new Error("database down"));
      const policy = createAccessPolicy({
        rightsOf:
          fails === "rights" ? fault : () => Promise.resolve<Rights>({ kind: "everything" }),
        exists: fault,
        logger: { ...SILENT_LOGGER, error: (fields) => void logged.push(fields) },
      });
      const { scope } = given;
      expect(await policy.check(ACTOR, "runs.view", scope)).toEqual({ kind: "hidden" });
      expect(await policy.reach?.(ACTOR, "runs.view", scope.workspaceId)).toEqual({
        kind: "hidden",
      });
      expect(logged).toHaveLength(2);
    }),
    { numRuns: 50 },
  );
});

test("what does not exist is hidden from whoever may everything", async () => {
  const policy = createAccessPolicy({
    rightsOf: () => Promise.resolve({ kind: "everything" }),
    exists: () => Promise.resolve(false),
    logger: SILENT_LOGGER,
  });
  const scope = { workspaceId: asWorkspaceId("a"), environmentId: null };
  expect(await policy.check(ACTOR, "runs.view", scope)).toEqual({ kind: "hidden" });
  expect(decideAccess(NO_RIGHTS, "runs.view", scope)).toEqual({ kind: "hidden" });
});

test("a customer has nothing that is internal, and an operator nothing that is an owner's alone", () => {
  const has = (role: Role, capability: string) =>
    CAPABILITIES_OF[role].some((given) => given === capability);
  expect(CAPABILITIES_OF.customer).toEqual(["published.view"]);
  for (const capability of ["members.manage", "tokens.manage", "webhooks.manage"]) {
    expect([has("owner", capability), has("operator", capability)]).toEqual([true, false]);
  }
});
