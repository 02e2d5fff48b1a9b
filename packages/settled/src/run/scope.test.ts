import { expect, test } from "vitest";
import { isSettledError } from "./settled-error.ts";
import { asEnvironmentId, asRunId, asWorkspaceId, isRunId, sameScope } from "./scope.ts";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";

test("a run id is a lower-case UUID and nothing else", () => {
  expect(asRunId(ID)).toBe(ID);
  for (const id of ["", ID.toUpperCase(), `${ID} `, `${ID}\n`, ID.slice(1), `{${ID}}`, 7, null]) {
    expect(isRunId(id)).toBe(false);
    expect(() => asRunId(id as string)).toThrow(
      expect.toSatisfy((error) => isSettledError(error, "invalid_run_id")),
    );
  }
});

test("ids of a scope are 1 to 128 plain characters", () => {
  for (const as of [asWorkspaceId, asEnvironmentId]) {
    for (const id of ["a", "A.b_c-9", "9", "x".repeat(128)]) expect(as(id)).toBe(id);
    for (const id of ["", "-a", ".a", "a b", "a/b", "é", "a\n", "x".repeat(129), "a\u0000"]) {
      expect(() => as(id)).toThrow(
        expect.toSatisfy((error) => isSettledError(error, "invalid_scope")),
      );
    }
  }
});

test("scopes are the same only with the same workspace and the same environment", () => {
  const scope = { workspaceId: asWorkspaceId("w"), environmentId: asEnvironmentId("e") };
  expect(sameScope(scope, { ...scope })).toBe(true);
  expect(sameScope(scope, { ...scope, environmentId: null })).toBe(false);
  expect(sameScope(scope, { ...scope, workspaceId: asWorkspaceId("v") })).toBe(false);
});
